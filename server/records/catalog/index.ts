/** Goods: products, their categories, and their offers and prices on each channel. */
import type { Room } from '../../platform/room.ts';
import { productProjection } from './projection.ts';

export { findProducts, saveProducts } from './save.ts';
export { takeBackOffers, takeBackProducts } from './take-back.ts';
export { categoryPath } from './category-path.ts';

export const catalog: Room = { name: 'catalog', projections: [productProjection] };
