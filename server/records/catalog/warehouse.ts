/** How a product sells, from the facts. */
import { type ProductCard, salesDays } from '../../../contract/catalog.ts';
import type { Warehouse } from '../../platform/warehouse/warehouse.ts';

interface Sold {
  days: number;
  orders: number;
  units: number;
  revenue: number;
}

/** Up to `now`, for each span of days. */
export async function salesOf(warehouse: Warehouse, productId: number, now: Date): Promise<ProductCard['sales']> {
  const params = { product: productId, now, spans: [...salesDays] };
  const [sold, returned] = await Promise.all([
    warehouse.query<Sold>(
      `SELECT days, uniqExact(order_id) AS orders, sum(quantity) AS units, sum(total) AS revenue
       FROM order_lines FINAL ARRAY JOIN {spans:Array(UInt32)} AS days
       WHERE product_id = {product:UInt64} AND kind = 'goods' AND status_group != 'cancelled'
         AND placed_at > {now:DateTime64(3, 'UTC')} - toIntervalDay(days) AND placed_at <= {now:DateTime64(3, 'UTC')}
       GROUP BY days`,
      params,
    ),
    warehouse.query<{ days: number; units: number }>(
      `SELECT days, -sum(quantity) AS units FROM return_lines FINAL ARRAY JOIN {spans:Array(UInt32)} AS days
       WHERE product_id = {product:UInt64}
         AND returned_at > {now:DateTime64(3, 'UTC')} - toIntervalDay(days) AND returned_at <= {now:DateTime64(3, 'UTC')}
       GROUP BY days`,
      params,
    ),
  ]);
  return salesDays.map((days) => {
    const { orders = 0, units = 0, revenue = 0 } = sold.find((row) => row.days === days) ?? {};
    const returnedUnits = returned.find((row) => row.days === days)?.units ?? 0;
    return { days, orders, units, revenue, returnedUnits, returnRate: units > 0 ? returnedUnits / units : null };
  });
}
