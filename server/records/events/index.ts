/** What buyers do on the site; lives in the warehouse alone. */
import type { Room } from '../../platform/room.ts';
import { routes } from './routes.ts';

export { removeEvents } from './remove.ts';
export { saveEvents } from './save.ts';

export const events: Room = { name: 'events', ...routes };
