/** Finds the sale that each returned line takes back: by the order's number, else the buyer's latest purchase of that product with enough left. */
import { sql } from 'kysely';
import { noteChanges } from '../../platform/outbox.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { sumReturns } from './returns.ts';

interface Candidate {
  returnId: number;
  lineNo: number;
  wanted: string;
  orderId: number;
  orderLineNo: number;
  left: string;
  reason: 'order_number' | 'buyer_and_product';
}

interface Link {
  returnId: number;
  lineNo: number;
  orderId: number;
  orderLineNo: number;
  reason: string;
}

/** Links what can be linked among these returns. A sale line never gets back more than it sold. */
export async function linkReturns(tx: Db, returnIds: readonly number[]): Promise<void> {
  if (returnIds.length === 0) return;
  const named = choose(await namedSales(tx, returnIds));
  await writeLinks(tx, named);
  const guessed = choose(await likelySales(tx, returnIds));
  await writeLinks(tx, guessed);
  await sumReturns(
    tx,
    [...named, ...guessed].map(({ orderId }) => orderId),
  );
  await noteChanges(tx, 'return', [...new Set([...named, ...guessed].map(({ returnId }) => returnId))]);
}

/** Returns that came before the orders they name (SYN-8). */
export async function linkWaitingReturns(tx: Db, channelId: number, orderExternalIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    select distinct r.id from orders.returns r join orders.return_lines l on l.return_id = r.id and l.order_id is null
    where r.channel_id = ${channelId} and r.order_external_id = any(${orderExternalIds as string[]})`.execute(tx);
  await linkReturns(
    tx,
    rows.map(({ id }) => id),
  );
}

async function namedSales(tx: Db, returnIds: readonly number[]): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select rl.return_id as "returnId", rl.line_no as "lineNo", -rl.quantity as wanted, l.order_id as "orderId", l.line_no as "orderLineNo",
      l.quantity - returned.quantity as left, 'order_number' as reason
    from orders.return_lines rl
    join orders.returns r on r.id = rl.return_id
    join orders.orders o on o.channel_id = r.channel_id and o.external_id = r.order_external_id
    join orders.lines l on l.order_id = o.id and l.kind = 'goods'
      and (l.product_id = rl.product_id or l.product_external_id = rl.product_external_id or l.sku = rl.sku)
    ${alreadyReturned}
    where rl.return_id = any(${returnIds as number[]}) and rl.order_id is null
    order by rl.return_id, rl.line_no, l.line_no`.execute(tx);
  return rows;
}

async function likelySales(tx: Db, returnIds: readonly number[]): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select rl.return_id as "returnId", rl.line_no as "lineNo", -rl.quantity as wanted, l.order_id as "orderId", l.line_no as "orderLineNo",
      l.quantity - returned.quantity as left, 'buyer_and_product' as reason
    from orders.return_lines rl
    join orders.returns r on r.id = rl.return_id
    join orders.orders o on o.customer_id = r.customer_id and o.channel_id = r.channel_id and o.placed_at <= r.returned_at
    join orders.lines l on l.order_id = o.id and l.product_id = rl.product_id and l.kind = 'goods'
    ${alreadyReturned}
    where rl.return_id = any(${returnIds as number[]}) and rl.order_id is null and r.order_external_id is null
    order by rl.return_id, rl.line_no, o.placed_at desc, l.line_no`.execute(tx);
  return rows;
}

const alreadyReturned = sql`left join lateral (
  select coalesce(-sum(x.quantity), 0) as quantity from orders.return_lines x where x.order_id = l.order_id and x.order_line_no = l.line_no
) returned on true`;

/** The first candidate with enough left, in the given order; earlier choices of this batch are counted. */
function choose(candidates: readonly Candidate[]): Link[] {
  const left = new Map<string, number>();
  const links = new Map<string, Link>();
  for (const candidate of candidates) {
    const line = `${candidate.returnId}/${candidate.lineNo}`;
    const sale = `${candidate.orderId}/${candidate.orderLineNo}`;
    const remaining = left.get(sale) ?? Number(candidate.left);
    if (links.has(line) || remaining < Number(candidate.wanted)) continue;
    left.set(sale, remaining - Number(candidate.wanted));
    links.set(line, candidate);
  }
  return [...links.values()];
}

async function writeLinks(tx: Db, links: readonly Link[]): Promise<void> {
  if (links.length === 0) return;
  await sql`update orders.return_lines l set order_id = r.order_id, order_line_no = r.order_line_no, link_reason = r.reason
    from unnest(${links.map((x) => x.returnId)}::bigint[], ${links.map((x) => x.lineNo)}::int[], ${links.map((x) => x.orderId)}::bigint[],
      ${links.map((x) => x.orderLineNo)}::int[], ${links.map((x) => x.reason)}::text[]) as r(return_id, line_no, order_id, order_line_no, reason)
    where l.return_id = r.return_id and l.line_no = r.line_no`.execute(tx);
}
