/** Removes the behaviour events of channels that go. */
import type { Warehouse } from '../../platform/warehouse/warehouse.ts';

export async function removeEvents(warehouse: Warehouse, channelIds: readonly number[]): Promise<void> {
  if (channelIds.length > 0) await warehouse.command('DELETE FROM events WHERE channel_id IN {ids:Array(UInt32)}', { ids: channelIds });
}
