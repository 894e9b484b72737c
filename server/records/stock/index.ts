/** How much of each product lies where. */
import type { Room } from '../../platform/room.ts';
import { healLevels } from './save.ts';

export { saveStock, type StoredLevel, takeBackStock } from './save.ts';
export { countOutOfStock } from './waiting.ts';

export const stock: Room = { name: 'stock', listens: { 'catalog.offers_added': healLevels } };
