/** Everything that is stored about one order. */
import { sql } from 'kysely';
import type { HistoryEntry, OrderCard } from '../../../contract/orders.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { rowColumns, rowJoins, type StoredRow } from './list-store.ts';

export interface StoredCard extends StoredRow {
  externalId: string;
  sourceStatus: string;
  sourceChangedAt: Date | null;
  version: number;
  createdAt: Date;
  completedAt: Date | null;
  rate: string;
  goodsTotal: number;
  discountTotal: number;
  deliveryTotal: number;
  address: string | null;
  trackNumber: string | null;
  warehouse: string | null;
  promisedAt: Date | null;
  shippedAt: Date | null;
  deliveredAt: Date | null;
  acquiredFrom: string | null;
  comment: string | null;
}

export async function findCard(db: Db, id: number): Promise<StoredCard | null> {
  const { rows } = await sql<StoredCard>`
    select ${rowColumns}, o.external_id as "externalId", o.source_status as "sourceStatus", o.source_changed_at as "sourceChangedAt", o.version,
      o.created_at as "createdAt", o.completed_at as "completedAt", o.rate, o.goods_total as "goodsTotal", o.discount_total as "discountTotal",
      o.delivery_total as "deliveryTotal", o.delivery_address as address, o.track_number as "trackNumber", o.warehouse,
      o.promised_at as "promisedAt", o.shipped_at as "shippedAt", o.delivered_at as "deliveredAt", o.acquired_from as "acquiredFrom",
      o.comment
    from orders.orders o ${rowJoins} where o.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export interface StoredLine {
  no: number;
  kind: OrderCard['lines'][number]['kind'];
  productId: number | null;
  productName: string | null;
  imageUrl: string | null;
  externalId: string | null;
  sku: string | null;
  name: string;
  quantity: string;
  returnedQuantity: string;
  price: number;
  discount: number;
  total: number;
  cost: number | null;
  commission: number | null;
  logistics: number | null;
  productCost: number | null;
  productCurrency: string | null;
}

export async function listLines(db: Db, id: number): Promise<StoredLine[]> {
  const { rows } = await sql<StoredLine>`
    select l.line_no as no, l.kind, l.product_id as "productId", p.name as "productName", p.image_url as "imageUrl",
      l.product_external_id as "externalId", coalesce(l.sku, p.sku) as sku, l.name, l.quantity, coalesce(r.quantity, 0) as "returnedQuantity",
      l.price, l.discount, l.total, l.cost, l.commission, l.logistics, p.cost as "productCost", p.currency as "productCurrency"
    from orders.lines l left join catalog.names p on p.id = l.product_id
    left join lateral (select -sum(x.quantity) as quantity from orders.return_lines x where x.order_id = l.order_id and x.order_line_no = l.line_no) r on true
    where l.order_id = ${id} order by l.line_no`.execute(db);
  return rows;
}

export interface StoredPayment {
  method: string;
  amount: number;
  paidAt: Date | null;
  externalId: string | null;
}

export async function listPayments(db: Db, id: number): Promise<StoredPayment[]> {
  const { rows } = await sql<StoredPayment>`
    select method, amount, paid_at as "paidAt", external_id as "externalId" from orders.payments where order_id = ${id} order by payment_no`.execute(
    db,
  );
  return rows;
}

export interface StoredReturn extends Omit<OrderCard['returns'][number], 'returnedAt'> {
  returnedAt: Date;
}

/** Returns with a line linked to the order, and those that name it and wait for a line to be found. */
export async function listReturns(db: Db, id: number): Promise<StoredReturn[]> {
  const { rows } = await sql<StoredReturn>`
    select r.id, r.external_id as "externalId", r.returned_at as "returnedAt", r.status, r.reason, r.total,
      (select jsonb_agg(jsonb_build_object('name', l.name, 'quantity', l.quantity, 'total', l.total,
        'orderLineNo', case when l.order_id = ${id} then l.order_line_no end, 'linkReason', l.link_reason) order by l.line_no)
       from orders.return_lines l where l.return_id = r.id and (l.order_id = ${id} or l.order_id is null)) as lines
    from orders.returns r
    where r.id in (select l.return_id from orders.return_lines l where l.order_id = ${id}
      union select w.id from orders.returns w join orders.orders o on o.channel_id = w.channel_id and o.external_id = w.order_external_id where o.id = ${id})
    order by r.returned_at desc, r.id desc`.execute(db);
  return rows.map((row) => ({ ...row, lines: row.lines ?? [] }));
}

interface StoredEntry extends Omit<HistoryEntry, 'at' | 'author'> {
  at: Date;
  authorKind: HistoryEntry['author']['kind'];
  author: string | null;
}

export async function listHistory(db: Db, id: number): Promise<HistoryEntry[]> {
  const { rows } = await sql<StoredEntry>`
    select h.id, h.at, h.kind, h.status, s.name as "statusName", h.status_group as "statusGroup", h.details, h.author_kind as "authorKind", h.author
    from orders.history h join orders.orders o on o.id = h.order_id
    left join orders.statuses s on s.channel_id = o.channel_id and s.code = h.status
    where h.order_id = ${id} order by h.at desc, h.id desc`.execute(db);
  return rows.map(({ at, authorKind, author, ...row }) => ({ ...row, at: at.toISOString(), author: { kind: authorKind, name: author } }));
}
