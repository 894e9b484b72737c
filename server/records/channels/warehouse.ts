/** What has come from each channel, from the facts. */
import type { Warehouse } from '../../platform/warehouse/warehouse.ts';

export interface ChannelOrders {
  channelId: number;
  orders: number;
  firstOrderAt: string;
  lastOrderAt: string;
}

export async function ordersByChannel(warehouse: Warehouse): Promise<ChannelOrders[]> {
  return warehouse.query<ChannelOrders>(`
    SELECT channel_id AS channelId, count() AS orders, formatDateTime(min(placed_at), '%FT%TZ', 'UTC') AS firstOrderAt,
      formatDateTime(max(placed_at), '%FT%TZ', 'UTC') AS lastOrderAt
    FROM orders FINAL GROUP BY channel_id`);
}
