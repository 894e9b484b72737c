/** Takes orders and returns back as an undone import asks: what it made goes, what it replaced is as it was. */
import { sql } from 'kysely';
import type { Db } from '../../platform/postgres/database.ts';
import type { StoredRow } from '../../platform/postgres/restore-rows.ts';
import { removeOrders, removeReturns } from './remove.ts';
import { restoreOrders, restoreReturns } from './restore.ts';

export interface TakenBack {
  created: readonly number[];
  /** Rows as they were, with their parts. */
  replaced: readonly StoredRow[];
}

export async function takeBackOrders(tx: Db, { created, replaced }: TakenBack): Promise<void> {
  await removeOrders(tx, created);
  await restoreOrders(tx, replaced);
}

/** Before the orders of the same batch: those then link the returns that they had. */
export async function takeBackReturns(tx: Db, { created, replaced }: TakenBack): Promise<void> {
  await removeReturns(tx, created);
  await restoreReturns(tx, replaced);
}

/** Those of the customers who bought or returned anything. */
export async function customersInUse(tx: Db, ids: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select u.id from unnest(${ids as number[]}::bigint[]) as u(id)
    where exists (select from orders.orders o where o.customer_id = u.id or o.buyer_id = u.id)
      or exists (select from orders.returns r where r.customer_id = u.id or r.buyer_id = u.id)`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** Those of the products that anyone bought or returned. */
export async function productsInUse(tx: Db, ids: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select u.id from unnest(${ids as number[]}::bigint[]) as u(id)
    where exists (select from orders.lines l where l.product_id = u.id) or exists (select from orders.return_lines l where l.product_id = u.id)`.execute(
    tx,
  );
  return new Set(rows.map(({ id }) => id));
}
