/** Takes an import back: batch by batch from the last to the first, each in one transaction, so that a stopped undoing goes on. */
import { sql } from 'kysely';
import type { Platform } from '../../platform/platform.ts';
import type { Db } from '../../platform/postgres/database.ts';
import type { StoredRow } from '../../platform/postgres/restore-rows.ts';
import { takeBackCategories, takeBackOffers, takeBackProducts } from '../../records/catalog/index.ts';
import { takeBackCustomers, takeIntakeLock } from '../../records/customers/index.ts';
import { takeBackReviews } from '../../records/feedback/index.ts';
import { customersInUse, productsInUse, takeBackOrders, takeBackReturns } from '../../records/orders/index.ts';
import { type StoredLevel, takeBackStock } from '../../records/stock/index.ts';

/** @param told the number of batches left, after each one */
export async function takeBack(platform: Platform, importId: number, told: (left: number) => Promise<void>): Promise<void> {
  for (;;) {
    const left = await platform.db.transaction(async (tx) => {
      await takeIntakeLock(tx);
      return takeBackLast(tx, importId);
    });
    await told(left);
    if (left === 0) return;
  }
}

interface Entry {
  batchNo: number;
  record: string;
  created: number[];
  replaced: StoredRow[];
}

async function takeBackLast(tx: Db, importId: number): Promise<number> {
  const { rows } = await sql<Entry>`
    select batch_no as "batchNo", record, created, replaced from intake.journal j where import_id = ${importId}
      and batch_no = (select max(batch_no) from intake.journal where import_id = ${importId})`.execute(tx);
  const [first] = rows;
  if (!first) return 0;
  await takeBackBatch(tx, new Map(rows.map((row) => [row.record, row])));
  await sql`delete from intake.journal where import_id = ${importId} and batch_no = ${first.batchNo}`.execute(tx);
  const { rows: rest } = await sql<{
    count: number;
  }>`select count(distinct batch_no) as count from intake.journal where import_id = ${importId}`.execute(tx);
  return rest[0]?.count ?? 0;
}

/** What others refer to goes last. */
async function takeBackBatch(tx: Db, entries: ReadonlyMap<string, Entry>): Promise<void> {
  const created = (record: string) => entries.get(record)?.created ?? [];
  const replaced = (record: string) => firstOfEach(entries.get(record)?.replaced ?? []);
  await takeBackReviews(tx, created('review'), replaced('review'));
  await takeBackReturns(tx, { created: created('return'), replaced: replaced('return') });
  await takeBackOrders(tx, { created: created('order'), replaced: replaced('order') });
  await takeBackStock(tx, (entries.get('stock')?.replaced ?? []) as unknown as StoredLevel[]);
  await takeBackOffers(tx, created('offer'), replaced('offer'));
  await takeBackProducts(tx, created('product'), replaced('product'), await productsInUse(tx, created('product')));
  await takeBackCategories(tx, created('category'));
  const identities = { created: created('identity'), replaced: replaced('identity') };
  await takeBackCustomers(
    tx,
    { created: created('customer'), replaced: replaced('customer'), identities },
    await customersInUse(tx, created('customer')),
  );
}

/** A row that was replaced twice in a batch goes back to what it was first. */
function firstOfEach(rows: readonly StoredRow[]): StoredRow[] {
  const first = new Map<number, StoredRow>();
  for (const row of rows) if (!first.has(row.id)) first.set(row.id, row);
  return [...first.values()];
}
