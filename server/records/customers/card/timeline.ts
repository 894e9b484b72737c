/** What happened to a customer's record, newest first. Orders and events are lists of their own rooms, put beside it by the screen. */
import { sql } from 'kysely';
import type { TimelineItem } from '../../../../contract/customers.ts';
import { cutPage, keyset } from '../../../platform/page.ts';
import type { Db } from '../../../platform/postgres/database.ts';
import { nameOf } from '../care/suspect-store.ts';
import { familyOf } from '../merges/family.ts';

interface StoredItem extends Omit<TimelineItem, 'at'> {
  at: Date;
  sortKey: string;
  sequence: number;
}

/** Of the customer and of the records joined to it. @throws Problem `bad-cursor` */
export async function readTimeline(db: Db, id: number, page: { limit: number; cursor?: string | undefined }) {
  const family = await familyOf(db, id);
  const { where, orderBy } = keyset({ column: sql`t.at`, id: sql`t.sequence`, type: 'timestamptz', descending: true }, page.cursor);
  const { rows } = await sql<StoredItem>`
    select t.kind || '-' || t.sequence / 8 as id, t.kind, t.at, t.at::text as "sortKey", t.sequence, t.author, t.text, t.identity, t.other
    from (${items(family)}) t where ${where} order by ${orderBy} limit ${page.limit + 1}`.execute(db);
  const cut = cutPage(rows, page.limit, ({ sortKey, sequence }) => [sortKey, sequence]);
  return { rows: cut.rows.map(shown), next: cut.next };
}

const shown = ({ sortKey: _, sequence: __, at, ...item }: StoredItem): TimelineItem => ({ ...item, at: at.toISOString() });

/** Ids of the five kinds are interleaved, so that equal times have one order. */
const items = (family: readonly number[]) => sql`
  select 'created' as kind, id * 8 as sequence, created_at as at, null as author, null as text, null::json as identity, null::json as other
  from customers.customers where id = any(${family as number[]})
  union all
  select 'linked', id * 8 + 1, created_at, null, reason,
    json_build_object('kind', kind, 'channelId', case when kind = 'account' then channel_id end, 'value', value), null
  from customers.identities where original_customer_id = any(${family as number[]})
  union all
  select 'note', id * 8 + 2, at, author, text, null, null from customers.notes where customer_id = any(${family as number[]})
  union all
  select 'merged', m.id * 8 + 3, m.at, m.author, m.reason, null, ${nameOf('g')}
  from customers.merges m join customers.customers g on g.id = m.gone_id where m.kept_id = any(${family as number[]})
  union all
  select 'unmerged', m.id * 8 + 4, m.undone_at, m.undone_by, m.reason, null, ${nameOf('g')}
  from customers.merges m join customers.customers g on g.id = m.gone_id where m.kept_id = any(${family as number[]}) and m.undone_at is not null`;
