/** How much of each product lies where. */
import type { Room } from '../../platform/room.ts';
import { forgetOffers, forgetProducts, healLevels } from './heal.ts';
import { routes } from './routes.ts';

export { forgetWarehouses } from './forget-channel.ts';
export { saveStock } from './save.ts';
export { type StoredLevel, takeBackStock } from './take-back.ts';
export { countOutOfStock } from './waiting.ts';

export const stock: Room = {
  name: 'stock',
  ...routes,
  listens: { 'catalog.offers_added': healLevels, 'catalog.offers_removed': forgetOffers, 'catalog.products_removed': forgetProducts },
};
