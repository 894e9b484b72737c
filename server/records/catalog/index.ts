/** Goods: products, their categories, and their offers and prices on each channel. */
import type { Room } from '../../platform/room.ts';
import { productProjection } from './projection.ts';
import { routes } from './routes.ts';
import { setStock } from './stock-totals.ts';

export { categoryPath } from './category-path.ts';
export { findProducts } from './find.ts';
export { saveProducts } from './save.ts';
export { takeBackCategories, takeBackOffers, takeBackProducts } from './take-back.ts';

export const catalog: Room = {
  name: 'catalog',
  ...routes,
  projections: [productProjection],
  listens: { 'stock.totals_changed': setStock },
};
