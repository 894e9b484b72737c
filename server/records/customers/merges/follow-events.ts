/**
 * Gives behaviour events to whoever owns them after a merge or its undoing. They live in the warehouse alone, sorted by customer, so rows
 * are copied to the new owner and then removed from the old one; a crash between the two is mended by the next run.
 */
import type { RecordEvents } from '../../../models/record-events.ts';
import { defineJob } from '../../../platform/job-definition.ts';
import type { Platform } from '../../../platform/platform.ts';
import { ownersOf } from './family.ts';

export const followJob = defineJob<RecordEvents['customers.owner_changed']>({
  name: 'customers.follow-events',
  retries: 5,
  run: (platform, move) => followEvents(platform, move),
});

/** Asks whose the records are now instead of believing the move: several moves may have happened, in whatever order their jobs run. */
export async function followEvents(
  { db, warehouse }: Pick<Platform, 'db' | 'warehouse'>,
  move: RecordEvents['customers.owner_changed'],
): Promise<void> {
  const places = [...new Set([...move.buyerIds, move.customerId, move.formerCustomerId])];
  for (;;) {
    const owners = await ownersOf(db.db, move.buyerIds);
    for (const [owner, buyers] of Map.groupBy(move.buyerIds, (id) => owners.get(id) ?? id)) await settle(warehouse, places, buyers, owner);
    const later = await ownersOf(db.db, move.buyerIds);
    if (move.buyerIds.every((id) => later.get(id) === owners.get(id))) return;
  }
}

async function settle(
  warehouse: Platform['warehouse'],
  places: readonly number[],
  buyers: readonly number[],
  owner: number,
): Promise<void> {
  const params = { owner, places, buyers, version: Date.now() * 1000 };
  const elsewhere = 'customer_id IN {places:Array(UInt64)} AND customer_id != {owner:UInt64} AND buyer_id IN {buyers:Array(UInt64)}';
  // In the inner question, where `customer_id` is still the stored one.
  await warehouse.command(
    `INSERT INTO events SELECT * REPLACE({owner:UInt64} AS customer_id, {version:UInt64} AS version) FROM (SELECT * FROM events FINAL WHERE ${elsewhere})`,
    params,
  );
  await warehouse.command(`DELETE FROM events WHERE ${elsewhere}`, params);
}
