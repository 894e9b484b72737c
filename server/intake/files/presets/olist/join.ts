/** Brings together what the tables say of one order. */
import type { BadRowReason } from '../../../../../contract/imports.ts';
import type { OrderLine, OrderRecord, ReviewRecord, StatusGroup } from '../../../../../contract/records.ts';
import type { KeptRow } from '../../translate/partitions.ts';
import { withoutEmpty } from '../../translate/person.ts';
import { emptyPiece, type Piece, rawRow } from '../../translate/piece.ts';
import { parseDecimal } from '../../values/decimal.ts';
import { toMinor } from '../../values/money.ts';
import { parseTime } from '../../values/time.ts';
import { timeZone } from '../../values/time-zone.ts';
import { NamedCells, type OlistTables, tableNumber } from './tables.ts';

const zone = timeZone('America/Sao_Paulo');

const groups: Record<string, StatusGroup> = {
  created: 'new',
  approved: 'approval',
  processing: 'assembly',
  invoiced: 'assembly',
  shipped: 'delivery',
  delivered: 'done',
  canceled: 'cancelled',
  unavailable: 'cancelled',
};

/** A row that cannot be used; the rest of its order can. */
class RowFault extends Error {
  readonly column: string;
  readonly reason: BadRowReason;

  constructor(column: string, reason: BadRowReason) {
    super(reason);
    this.column = column;
    this.reason = reason;
  }
}

interface Gathered {
  order?: OrderRecord;
  freight: number;
  lines: OrderLine[];
  payments: NonNullable<OrderRecord['payments']>;
  reviews: ReviewRecord[];
  /** Rows of orders that are not in the folder. */
  homeless: KeptRow[];
}

const items = tableNumber('items');
const payments = tableNumber('payments');
const reviews = tableNumber('reviews');

export class OrderJoin {
  readonly #tables: OlistTables;
  readonly #deliveryName: string;
  readonly #order: NamedCells;
  readonly #item: NamedCells;
  readonly #payment: NamedCells;
  readonly #review: NamedCells;

  constructor(tables: OlistTables, deliveryName: string) {
    this.#tables = tables;
    this.#deliveryName = deliveryName;
    this.#order = new NamedCells([...(tables.orders?.table.header ?? []), ...(tables.customers?.table.header ?? [])]);
    this.#item = new NamedCells(tables.items?.table.header ?? []);
    this.#payment = new NamedCells(tables.payments?.table.header ?? []);
    this.#review = new NamedCells(tables.reviews?.table.header ?? []);
  }

  /** The orders and reviews of one partition. */
  piece(rows: readonly KeptRow[]): Piece {
    const piece = emptyPiece();
    const byOrder = new Map<string, Gathered>();
    for (const row of rows) {
      const gathered = byOrder.get(row.key) ?? { freight: 0, lines: [], payments: [], reviews: [], homeless: [] };
      byOrder.set(row.key, gathered);
      try {
        this.#gather(row, gathered);
      } catch (error) {
        if (!(error instanceof RowFault)) throw error;
        this.#report(row, error.column, error.reason, piece);
      }
    }
    for (const gathered of byOrder.values()) this.#finish(gathered, piece);
    return piece;
  }

  #gather(row: KeptRow, gathered: Gathered): void {
    if (row.table === reviews) {
      gathered.reviews.push(this.#readReview(row));
      return;
    }
    if (row.table === items) this.#addItem(row, gathered);
    else if (row.table === payments) gathered.payments.push(this.#readPayment(row));
    else gathered.order = this.#readOrder(row);
    if (row.table === items || row.table === payments) gathered.homeless.push(row);
  }

  /** Reviews stand without their order; goods and payments cannot. */
  #finish(gathered: Gathered, piece: Piece): void {
    const { order, lines, freight } = gathered;
    if (order) {
      if (freight !== 0) lines.push({ name: this.#deliveryName, quantity: 1, price: freight, total: freight, kind: 'delivery' });
      order.lines = lines;
      if (gathered.payments.length > 0) order.payments = gathered.payments;
      piece.records.push(order);
    } else for (const row of gathered.homeless) this.#report(row, 'order_id', 'no_order', piece);
    piece.records.push(...gathered.reviews.map((review) => withoutEmpty({ ...review, customerExternalId: order?.buyer?.externalId })));
  }

  #readOrder({ cells }: KeptRow): OrderRecord {
    const row = this.#order.read(cells);
    const status = row.text('order_status') || 'created';
    const delivery = withoutEmpty({
      city: row.text('customer_city') || undefined,
      region: row.text('customer_state') || undefined,
      promisedAt: optionalTime(row, 'order_estimated_delivery_date'),
      shippedAt: optionalTime(row, 'order_delivered_carrier_date'),
      deliveredAt: optionalTime(row, 'order_delivered_customer_date'),
    });
    const buyer = withoutEmpty({
      externalId: row.text('customer_unique_id') || undefined,
      city: delivery.city,
      region: delivery.region,
      postcode: row.text('customer_zip_code_prefix') || undefined,
      country: 'BR',
    });
    return withoutEmpty({
      kind: 'order' as const,
      externalId: required(row, 'order_id'),
      placedAt: time(row, 'order_purchase_timestamp'),
      status,
      statusGroup: groups[status],
      currency: 'BRL' as const,
      buyer: buyer.externalId === undefined ? undefined : buyer,
      lines: [],
      delivery,
    });
  }

  #addItem({ cells }: KeptRow, gathered: Gathered): void {
    const row = this.#item.read(cells);
    const product = required(row, 'product_id');
    const price = amount(row, 'price');
    gathered.freight += amount(row, 'freight_value');
    gathered.lines.push({
      externalId: row.text('order_item_id'),
      productExternalId: product,
      sku: product,
      name: product,
      quantity: 1,
      price,
      total: price,
    });
  }

  #readPayment({ cells }: KeptRow): NonNullable<OrderRecord['payments']>[number] {
    const row = this.#payment.read(cells);
    return { externalId: row.text('payment_sequential'), method: row.text('payment_type'), amount: amount(row, 'payment_value') };
  }

  /** One review id may stand for several orders: both make the key. */
  #readReview({ cells }: KeptRow): ReviewRecord {
    const row = this.#review.read(cells);
    const rating = Number(row.text('review_score'));
    if (!Number.isInteger(rating) || rating < 1 || rating > 5) throw new RowFault('review_score', 'not_a_rating');
    const orderId = required(row, 'order_id');
    return withoutEmpty({
      kind: 'review' as const,
      externalId: `${required(row, 'review_id')}:${orderId}`,
      orderExternalId: orderId,
      rating,
      title: row.text('review_comment_title') || undefined,
      text: row.text('review_comment_message') || undefined,
      createdAt: time(row, 'review_creation_date'),
      answeredAt: optionalTime(row, 'review_answer_timestamp'),
    });
  }

  #report(row: KeptRow, column: string, reason: BadRowReason, piece: Piece): void {
    const names = ['orders', 'items', 'payments', 'reviews'] as const;
    const file = this.#tables[names[row.table] ?? 'orders']?.table.file ?? '';
    piece.bad.push({ file, line: row.line, column, reason, raw: rawRow(row.cells) });
  }
}

function required(row: NamedCells, column: string): string {
  const text = row.text(column);
  if (text === '') throw new RowFault(column, 'missing');
  return text;
}

function amount(row: NamedCells, column: string): number {
  const value = parseDecimal(required(row, column), '.');
  const minor = value && toMinor(value);
  if (minor === null) throw new RowFault(column, 'not_a_number');
  return minor;
}

function time(row: NamedCells, column: string): string {
  const value = parseTime(required(row, column), zone);
  if (value === null) throw new RowFault(column, 'not_a_date');
  return value;
}

function optionalTime(row: NamedCells, column: string): string | undefined {
  return row.text(column) === '' ? undefined : time(row, column);
}
