/** The places where things are sold. */
import type { Room } from '../../platform/room.ts';
import { routes } from './routes.ts';

export { removeChannel } from './remove.ts';
export { ensureChannel, listChannels, noteReceived } from './store.ts';

export const channels: Room = { name: 'channels', ...routes };
