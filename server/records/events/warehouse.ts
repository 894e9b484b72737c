/** The timeline of events, newest first, page by page. */
import type { EventFilter } from '../../../contract/events.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Warehouse, WarehouseParam } from '../../platform/warehouse/warehouse.ts';

export interface StoredEvent {
  channelId: number;
  externalId: string;
  type: string;
  /** UTC, to the millisecond: `2026-03-01 10:00:08.123`. */
  moment: string;
  customerId: number;
  visitor: string;
  productId: number;
  productExternalId: string;
  section: string;
  query: string;
  quantity: number;
  amount: number;
  seconds: number;
  device: string;
  properties: Record<string, string>;
}

/** Ends of the period as moments. */
export type Wanted = Omit<EventFilter, 'from' | 'to'> & { from?: string | undefined; to?: string | undefined };

const conditions: { [Key in keyof Wanted]-?: string } = {
  customer: 'customer_id = {customer:UInt64}',
  visitor: 'visitor = {visitor:String}',
  product: 'product_id = {product:UInt64}',
  channel: 'channel_id IN {channel:Array(UInt32)}',
  type: 'type IN {type:Array(String)}',
  from: "at >= parseDateTime64BestEffort({from:String}, 3, 'UTC')",
  to: "at < parseDateTime64BestEffort({to:String}, 3, 'UTC')",
};

/** @throws Problem `bad-cursor` */
export async function listEvents(warehouse: Warehouse, wanted: Wanted, page: { limit: number; cursor?: string | undefined }) {
  const asked = Object.entries(wanted).filter(
    (entry): entry is [keyof Wanted, WarehouseParam & (string | number)] => entry[1] !== undefined,
  );
  const where = ['1', ...asked.map(([key]) => conditions[key])];
  const params: Record<string, WarehouseParam> = { ...Object.fromEntries(asked), limit: page.limit + 1 };
  if (page.cursor !== undefined) {
    where.push(
      "(at, channel_id, event_id) < (parseDateTime64BestEffort({afterAt:String}, 3, 'UTC'), {afterChannel:UInt32}, {afterId:String})",
    );
    [params.afterAt, params.afterChannel, params.afterId] = readCursor(page.cursor);
  }
  const found = await warehouse.query<StoredEvent>(
    `SELECT channel_id AS channelId, event_id AS externalId, type, toString(at) AS moment, customer_id AS customerId, visitor,
       product_id AS productId, product_external_id AS productExternalId, section, query, quantity, amount, seconds, device, properties
     FROM events FINAL WHERE ${where.join(' AND ')} ORDER BY at DESC, channel_id DESC, event_id DESC LIMIT {limit:UInt32}`,
    params,
  );
  const cut = found.slice(0, page.limit);
  const last = cut.at(-1);
  return { rows: cut, next: found.length > page.limit && last ? writeCursor(last) : null };
}

const writeCursor = ({ moment, channelId, externalId }: StoredEvent) =>
  Buffer.from(JSON.stringify([moment, channelId, externalId])).toString('base64url');

function readCursor(cursor: string): [string, number, string] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(key) || key.length !== 3) throw new Error('not three parts');
    const [at, channel, id] = key as unknown[];
    if (typeof at === 'string' && !Number.isNaN(Date.parse(at)) && Number.isSafeInteger(channel) && typeof id === 'string')
      return [at, channel as number, id];
  } catch {
    // Falls through: a cursor that does not parse is as foreign as one of another list.
  }
  throw new Problem('bad-cursor', { status: 400 });
}
