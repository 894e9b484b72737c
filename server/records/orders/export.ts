/** The order list as a file. */
import type { Language } from '../../../contract/language.ts';
import type { OrderFilter, OrderRow, OrderSort } from '../../../contract/orders.ts';
import { type Actor, audit } from '../../platform/audit.ts';
import { type Cell, csvStream } from '../../platform/csv.ts';
import { fieldColumns } from '../../platform/field-columns.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { say } from '../../platform/words.ts';
import { listChannels } from '../channels/index.ts';
import { ordersWhere } from './filter.ts';
import { listOrders } from './list-store.ts';

const columns = [
  'number',
  'channel',
  'placedAt',
  'customer',
  'status',
  'statusGroup',
  'currency',
  'total',
  'totalBase',
  'paid',
  'returned',
  'items',
  'quantity',
  'region',
  'city',
  'deliveryMethod',
  'scheme',
  'paymentMethod',
  'tags',
  'flags',
] as const;

/** Who took data out is noted. @throws as the list does, before the first byte */
export async function exportOrders(db: Db, author: Actor, filter: OrderFilter, sort: OrderSort, language: Language) {
  const orders = await ordersWhere(db, filter);
  const channels = new Map((await listChannels(db)).map(({ id, name }) => [id, name]));
  const fields = await fieldColumns(db, 'orders', language);
  const header = [...columns.map((column) => say(`orders:export.${column}`, {}, language)), ...fields.titles];
  await audit(db, author, { action: 'orders.exported', object: { kind: 'orders', id: 'export' }, after: { filter } });
  async function* pages() {
    let cursor: string | undefined;
    do {
      const { rows, next } = await listOrders(db, orders, { sort, limit: 1_000, cursor });
      yield rows.map((row) => [...cellsOf(row, channels.get(row.channelId) ?? '', language), ...fields.cellsOf(row.fields)]);
      cursor = next ?? undefined;
    } while (cursor !== undefined);
  }
  return {
    name: `${say('orders:export.file', {}, language)}.csv`,
    type: 'text/csv; charset=utf-8',
    content: csvStream(header, pages(), language),
  };
}

function cellsOf(row: OrderRow, channel: string, language: Language): Cell[] {
  const amount = (minor: number | null) => (minor === null ? null : { minor });
  return [
    row.number,
    channel,
    row.placedAt,
    row.customer?.name ?? row.customer?.account ?? null,
    row.statusName ?? row.status,
    say(`orders:groups.${row.statusGroup}`, {}, language),
    row.currency,
    amount(row.total),
    amount(row.totalBase),
    amount(row.paidTotal),
    amount(row.returnedTotal),
    row.items.first,
    row.items.quantity,
    row.region,
    row.city,
    row.deliveryMethod,
    row.deliveryScheme,
    row.paymentMethod,
    row.tags.join(', '),
    row.flags.map((flag) => say(`orders:flags.${flag}`, {}, language)).join(' '),
  ];
}
