/** Orders and returns as facts of the warehouse, in the accounting currency. */
import { sql } from 'kysely';
import type { Fact, Projection } from '../../platform/outbox.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { toBaseEach } from './amounts.ts';

const known = (id: number | null) => id ?? 0;

/** The engine takes times without a zone as UTC. */
const utc = (time: Date) => time.toISOString().replace('T', ' ').replace('Z', '');

interface OrderRow {
  id: number;
  channelId: number;
  customerId: number | null;
  placedAt: Date;
  completedAt: Date | null;
  status: string;
  statusGroup: string;
  totalBase: number;
  returnedBase: number;
  rate: string;
  quantity: string;
  region: string | null;
  deliveryMethod: string | null;
  paymentMethod: string | null;
  acquiredFrom: string | null;
  linesMade: number;
}

interface LineRow {
  orderId: number;
  lineNo: number;
  kind: string;
  productId: number | null;
  quantity: string;
  total: number;
  discount: number;
  cost: number | null;
  commission: number | null;
  logistics: number | null;
}

async function orderFacts(db: Db, ids: readonly number[]): Promise<Record<string, Fact[]>> {
  const orders = await sql<OrderRow>`
    select id, channel_id as "channelId", customer_id as "customerId", placed_at as "placedAt", completed_at as "completedAt", status,
      status_group as "statusGroup", total_base as "totalBase", returned_base as "returnedBase", rate, quantity, delivery_region as region,
      delivery_method as "deliveryMethod", payment_method as "paymentMethod", acquired_from as "acquiredFrom", lines_made as "linesMade"
    from orders.orders where id = any(${ids as number[]})`.execute(db);
  const lines = await sql<LineRow>`
    select order_id as "orderId", line_no as "lineNo", kind, product_id as "productId", quantity, total, discount, cost, commission, logistics
    from orders.lines where order_id = any(${ids as number[]}) order by order_id, line_no`.execute(db);
  const linesOf = Map.groupBy(lines.rows, (line) => line.orderId);
  return {
    orders: orders.rows.map(orderFact),
    order_lines: orders.rows.flatMap((order) => lineFacts(order, linesOf.get(order.id) ?? [])),
  };
}

function orderFact(order: OrderRow): Fact {
  return {
    order_id: order.id,
    channel_id: order.channelId,
    customer_id: known(order.customerId),
    placed_at: utc(order.placedAt),
    completed_at: order.completedAt && utc(order.completedAt),
    status: order.status,
    status_group: order.statusGroup,
    total: order.totalBase,
    returned: order.returnedBase,
    quantity: Number(order.quantity),
    region: order.region ?? '',
    is_deleted: 0,
  };
}

function lineFacts(order: OrderRow, lines: readonly LineRow[]): Fact[] {
  const rate = Number(order.rate);
  const totals = toBaseEach(
    lines.map((line) => line.total),
    rate,
  );
  const inBase = (amount: number | null) => (amount === null ? null : Math.round(amount * rate));
  const shared = {
    order_id: order.id,
    channel_id: order.channelId,
    customer_id: known(order.customerId),
    placed_at: utc(order.placedAt),
    status: order.status,
    status_group: order.statusGroup,
    region: order.region ?? '',
    delivery_method: order.deliveryMethod ?? '',
    payment_method: order.paymentMethod ?? '',
    acquired_from: order.acquiredFrom ?? '',
  };
  const present = lines.map((line, index) => ({
    ...shared,
    line_no: line.lineNo,
    kind: line.kind,
    product_id: known(line.productId),
    quantity: Number(line.quantity),
    total: totals[index] as number,
    discount: inBase(line.discount) as number,
    cost: inBase(line.cost),
    commission: inBase(line.commission),
    logistics: inBase(line.logistics),
    is_deleted: 0,
  }));
  return [
    ...present,
    ...Array.from({ length: order.linesMade - lines.length }, (_, index) => ({
      order_id: order.id,
      line_no: lines.length + index + 1,
      is_deleted: 1,
    })),
  ];
}

export const orderProjection: Projection = {
  topic: 'order',
  tables: [
    { table: 'orders', idColumn: 'order_id' },
    { table: 'order_lines', idColumn: 'order_id' },
  ],
  rows: orderFacts,
  idsAfter: (db, after, limit) => idsAfter(db, 'orders', after, limit),
};

async function returnFacts(db: Db, ids: readonly number[]): Promise<Record<string, Fact[]>> {
  const { rows } = await sql<{
    returnId: number;
    lineNo: number | null;
    orderId: number | null;
    channelId: number;
    customerId: number | null;
    productId: number | null;
    returnedAt: Date;
    reason: string | null;
    rate: string;
    quantity: string;
    total: number;
    region: string | null;
    linesMade: number;
  }>`
    select r.id as "returnId", l.line_no as "lineNo", l.order_id as "orderId", r.channel_id as "channelId", r.customer_id as "customerId",
      l.product_id as "productId", r.returned_at as "returnedAt", r.reason, r.rate, l.quantity, l.total, o.delivery_region as region, r.lines_made as "linesMade"
    from orders.returns r left join orders.return_lines l on l.return_id = r.id left join orders.orders o on o.id = l.order_id
    where r.id = any(${ids as number[]}) order by r.id, l.line_no`.execute(db);
  const facts = [...Map.groupBy(rows, (row) => row.returnId).values()].flatMap((lines) => {
    const totals = toBaseEach(
      lines.map((line) => line.total),
      Number(lines[0]?.rate ?? 1),
    );
    const present = lines.filter((line) => line.lineNo !== null);
    const gone = Array.from({ length: (lines[0]?.linesMade ?? 0) - present.length }, (_, index) => ({
      return_id: lines[0]?.returnId as number,
      line_no: present.length + index + 1,
      is_deleted: 1,
    }));
    return [...present.map((line, index) => returnFact(line as typeof line & { lineNo: number }, totals[index] as number)), ...gone];
  });
  return { return_lines: facts };
}

function returnFact(
  line: {
    returnId: number;
    lineNo: number;
    orderId: number | null;
    channelId: number;
    customerId: number | null;
    productId: number | null;
    returnedAt: Date;
    reason: string | null;
    quantity: string;
    region: string | null;
  },
  total: number,
): Fact {
  return {
    return_id: line.returnId,
    line_no: line.lineNo,
    order_id: known(line.orderId),
    channel_id: line.channelId,
    customer_id: known(line.customerId),
    product_id: known(line.productId),
    returned_at: utc(line.returnedAt),
    reason: line.reason ?? '',
    quantity: Number(line.quantity),
    total,
    region: line.region ?? '',
    is_deleted: 0,
  };
}

export const returnProjection: Projection = {
  topic: 'return',
  tables: [{ table: 'return_lines', idColumn: 'return_id' }],
  rows: returnFacts,
  idsAfter: (db, after, limit) => idsAfter(db, 'returns', after, limit),
};

async function idsAfter(db: Db, table: 'orders' | 'returns', after: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{
    id: number;
  }>`select id from ${sql.id('orders', table)} where id > ${after} order by id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}
