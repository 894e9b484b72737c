/** The door of API keys. */
import type { Room } from '../../platform/room.ts';
import { routes } from './routes.ts';

export { callerOfKey } from './keys.ts';

export const keys: Room = { name: 'keys', ...routes };
