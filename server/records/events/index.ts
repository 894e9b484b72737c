/** What buyers do on the site; lives in the warehouse alone. */
import type { Room } from '../../platform/room.ts';

export { saveEvents } from './save.ts';

export const events: Room = { name: 'events' };
