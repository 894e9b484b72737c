/** Puts lines, payments, history and links of restored orders and returns back. Products and orders that are gone meanwhile are not named. */
import { sql } from 'kysely';
import type { Db } from '../../platform/postgres/database.ts';
import type { StoredRow } from '../../platform/postgres/restore-rows.ts';

type Part = Record<string, unknown>;

const partsOf = (rows: readonly StoredRow[], part: string) => rows.flatMap((row) => row[part] as Part[]);

export async function restoreOrderParts(tx: Db, rows: readonly StoredRow[]): Promise<void> {
  const ids = rows.map(({ id }) => id);
  await sql`delete from orders.lines where order_id = any(${ids})`.execute(tx);
  await insert(tx, 'orders.lines', await withKnownProducts(tx, partsOf(rows, 'lines')));
  await sql`delete from orders.payments where order_id = any(${ids})`.execute(tx);
  await insert(tx, 'orders.payments', partsOf(rows, 'payments'));
  await sql`delete from orders.history where order_id = any(${ids}) and author_kind = 'channel'`.execute(tx);
  await insert(tx, 'orders.history', partsOf(rows, 'history'));
}

/** @returns orders whose returns may have changed: those linked before and those linked now */
export async function restoreReturnLines(tx: Db, rows: readonly StoredRow[]): Promise<number[]> {
  const lines = await withKnownProducts(tx, partsOf(rows, 'lines'));
  const linked = await existing(
    tx,
    sql.table('orders.orders'),
    lines.map((line) => line.order_id),
  );
  const { rows: freed } = await sql<{ id: number | null }>`
    delete from orders.return_lines where return_id = any(${rows.map(({ id }) => id)}) returning order_id as id`.execute(tx);
  const unlinked = { order_id: null, order_line_no: null, link_reason: null };
  await insert(
    tx,
    'orders.return_lines',
    lines.map((line) => (linked.has(line.order_id) ? line : { ...line, ...unlinked })),
  );
  return [...new Set([...freed.map(({ id }) => id), ...linked].filter((id) => typeof id === 'number'))];
}

/** Exactly the returns that were linked to these orders are linked again. @returns the returns whose links changed */
export async function restoreLinks(tx: Db, rows: readonly StoredRow[]): Promise<number[]> {
  const kept = sql`jsonb_populate_recordset(null::orders.return_lines, ${JSON.stringify(partsOf(rows, 'links'))}::jsonb) k`;
  const freed = await sql<{ id: number }>`
    update orders.return_lines l set order_id = null, order_line_no = null, link_reason = null
    where l.order_id = any(${rows.map(({ id }) => id)})
      and not exists (select from ${kept} where k.return_id = l.return_id and k.line_no = l.line_no and k.order_id = l.order_id)
    returning l.return_id as id`.execute(tx);
  const linked = await sql<{ id: number }>`
    update orders.return_lines l set order_id = k.order_id, order_line_no = k.order_line_no, link_reason = k.link_reason from ${kept}
    where l.return_id = k.return_id and l.line_no = k.line_no
      and (l.order_id, l.order_line_no, l.link_reason) is distinct from (k.order_id, k.order_line_no, k.link_reason)
    returning l.return_id as id`.execute(tx);
  return [...new Set([...freed.rows, ...linked.rows].map(({ id }) => id))];
}

async function withKnownProducts(tx: Db, lines: readonly Part[]): Promise<Part[]> {
  const known = await existing(
    tx,
    sql.table('catalog.names'),
    lines.map((line) => line.product_id),
  );
  return lines.map((line) => (known.has(line.product_id) ? line : { ...line, product_id: null }));
}

async function existing(tx: Db, table: ReturnType<typeof sql.table>, ids: readonly unknown[]): Promise<Set<unknown>> {
  const wanted = [...new Set(ids.filter((id) => typeof id === 'number'))];
  const { rows } = await sql<{ id: number }>`select id from ${table} where id = any(${wanted})`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

async function insert(tx: Db, table: string, rows: readonly Part[]): Promise<void> {
  await sql`insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}
