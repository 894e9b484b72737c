/** The customer list as a file. */
import type { CustomerFilter, CustomerRow, CustomerSort } from '../../../../contract/customers.ts';
import type { Language } from '../../../../contract/language.ts';
import { type Actor, audit } from '../../../platform/audit.ts';
import { type Cell, csvStream } from '../../../platform/csv.ts';
import { fieldColumns } from '../../../platform/field-columns.ts';
import type { Platform } from '../../../platform/platform.ts';
import { say } from '../../../platform/words.ts';
import { listChannels } from '../../channels/index.ts';
import { chosenBy } from './filter.ts';
import { listCustomers } from './list.ts';

const columns = [
  'id',
  'name',
  'account',
  'channels',
  'email',
  'phone',
  'sex',
  'city',
  'region',
  'country',
  'company',
  'tags',
  'acquiredFrom',
  'orders',
  'spent',
  'lastOrderAt',
  'problems',
] as const;

/** Who took data out is noted. @throws as the list does, before the first byte */
export async function exportCustomers(
  { db: { db, transaction } }: Platform,
  author: Actor,
  filter: CustomerFilter,
  sort: CustomerSort,
  language: Language,
) {
  const chosen = await chosenBy(db, filter, sort);
  const [channels, fields] = await Promise.all([listChannels(db), fieldColumns(db, 'customers', language)]);
  const channelNames = new Map(channels.map(({ id, name }) => [id, name]));
  const header = [...columns.map((column) => say(`customers:export.${column}`, {}, language)), ...fields.titles];
  await transaction((tx) =>
    audit(tx, author, { action: 'customers.exported', object: { kind: 'customers', id: 'list' }, after: { filter } }),
  );
  async function* pages() {
    let cursor: string | undefined;
    do {
      const { rows, next } = await listCustomers(db, chosen, { sort, limit: 1_000, cursor });
      yield rows.map((row) => [...cellsOf(row, channelNames, language), ...fields.cellsOf(row.fields)]);
      cursor = next ?? undefined;
    } while (cursor !== undefined);
  }
  return {
    name: `${say('customers:export.file', {}, language)}.csv`,
    type: 'text/csv; charset=utf-8',
    content: csvStream(header, pages(), language),
  };
}

function cellsOf(row: CustomerRow, channelNames: ReadonlyMap<number, string>, language: Language): Cell[] {
  return [
    row.id,
    row.name,
    row.account,
    row.channelIds.flatMap((id) => channelNames.get(id) ?? []).join(', '),
    row.email,
    row.phone,
    row.sex && say(`customers:sexes.${row.sex}`, {}, language),
    row.city,
    row.region,
    row.country,
    row.company?.name ?? null,
    row.tags.join(', '),
    row.acquiredFrom,
    row.ordersCount,
    { minor: row.spentBase },
    row.lastOrderAt,
    row.problems.map((problem) => say(`customers:problem-names.${problem}`, {}, language)).join(', '),
  ];
}
