/** How much of each product the seller expects to sell from each warehouse, before there is any experience. */
import { isOffered } from '../assortment/offers.ts';
import { historyDays } from '../calendar/calendar.ts';
import type { World } from '../world.ts';

/** Orders per new buyer and units per line, roughly. */
const ordersPerBuyer = 1.7;
const unitsPerLine = 1.15;

/** Units a day, by warehouse and product. */
export function expectDemand(world: World): Float64Array {
  const expected = new Float64Array(world.words.warehouses.length * world.products.length);
  for (const [index, channel] of world.channels.entries()) {
    const units = ((channel.buyers * world.scale) / historyDays) * ordersPerBuyer * channel.basket * unitsPerLine;
    const offered = world.products.filter((product) => isOffered(world, index, product));
    const popularity = offered.reduce((sum, product) => sum + product.popularity, 0);
    const shares = channel.ways.reduce((sum, way) => sum + way.share, 0);
    for (const way of channel.ways) {
      for (const product of offered) {
        const cell = way.warehouse * world.products.length + product.index;
        expected[cell] = (expected[cell] ?? 0) + (units * (way.share / shares) * product.popularity) / popularity;
      }
    }
  }
  return expected;
}
