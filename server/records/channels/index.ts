/** The places where things are sold. */
import type { Room } from '../../platform/room.ts';

export { type Channel, ensureChannel, listChannels } from './store.ts';

export const channels: Room = { name: 'channels' };
