/** Stores reviews, tied to what they speak of as far as that is known (COL-5). */
import { sql } from 'kysely';
import type { ReviewRecord } from '../../../contract/records.ts';
import { contentHash, judgeVersion, newestOfEach, type SaveCounts } from '../../models/versions.ts';
import type { Journal } from '../../platform/journal.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { takeIds } from '../../platform/postgres/ids.ts';

export interface ReviewLinks {
  orderId: number | null;
  productId: number | null;
  /** Who wrote it, as the record stood that recognised him, and whose that is now. */
  buyerId: number | null;
  customerId: number | null;
}

export async function saveReviews(
  tx: Db,
  channelId: number,
  records: readonly ReviewRecord[],
  linksOf: (record: ReviewRecord) => ReviewLinks,
  journal: Journal,
): Promise<SaveCounts> {
  if (records.length === 0) return { created: 0, updated: 0, unchanged: 0, late: 0 };
  const newest = newestOfEach(records);
  const { rows } = await sql<{ id: number; externalId: string; hash: string; changedAt: Date | null; row: object }>`
    select id, external_id as "externalId", source_hash as hash, source_changed_at as "changedAt", to_jsonb(r) as row
    from feedback.reviews r where channel_id = ${channelId} and external_id = any(${newest.map((record) => record.externalId)})`.execute(
    tx,
  );
  const known = new Map(rows.map((row) => [row.externalId, row]));
  const judged = newest.map((record) => {
    const hash = contentHash(record);
    const row = known.get(record.externalId);
    return { record, hash, row, verdict: judgeVersion(row, { hash, changedAt: record.changedAt }) };
  });
  const wanted = judged.filter(({ verdict }) => verdict === 'new' || verdict === 'changed');
  const ids = await takeIds(tx, 'feedback.reviews', wanted.filter(({ row }) => !row).length);
  journal.created('review', ids);
  journal.replaced(
    'review',
    wanted.flatMap(({ row }) => row?.row ?? []),
  );
  const unused = [...ids];
  const stored = wanted.map(({ record, hash, row }) => ({ ...reviewRow(record, linksOf(record)), hash, id: row?.id ?? unused.shift() }));
  await sql`
    insert into feedback.reviews as v (id, channel_id, external_id, order_external_id, product_external_id, customer_external_id, order_id, product_id,
      buyer_id, customer_id, rating, title, text, written_at, answered_at, answer, source_hash, source_changed_at)
    select r.id, ${channelId}, r.external_id, r.order_external_id, r.product_external_id, r.customer_external_id, r.order_id, r.product_id, r.buyer_id, r.customer_id,
      r.rating, r.title, r.text, r.written_at, r.answered_at, r.answer, r.hash, r.changed_at
    from jsonb_to_recordset(${JSON.stringify(stored)}::jsonb) as r(id bigint, external_id text, order_external_id text, product_external_id text,
      customer_external_id text, order_id bigint, product_id bigint, buyer_id bigint, customer_id bigint, rating int, title text, text text, written_at timestamptz,
      answered_at timestamptz, answer text, hash uuid, changed_at timestamptz)
    on conflict (channel_id, external_id) do update set order_external_id = excluded.order_external_id,
      product_external_id = excluded.product_external_id, customer_external_id = excluded.customer_external_id, order_id = excluded.order_id,
      product_id = excluded.product_id, buyer_id = excluded.buyer_id, customer_id = excluded.customer_id, rating = excluded.rating,
      title = excluded.title, text = excluded.text, answered_at = excluded.answered_at, answer = excluded.answer, source_hash = excluded.source_hash,
      source_changed_at = coalesce(excluded.source_changed_at, v.source_changed_at), updated_at = now()`.execute(tx);
  const count = (verdict: string) => judged.filter((item) => item.verdict === verdict).length;
  return {
    created: count('new'),
    updated: count('changed'),
    unchanged: count('same') + records.length - newest.length,
    late: count('late'),
  };
}

/** PostgreSQL text cannot hold NUL. */
const clean = (text: string | undefined) => text?.replaceAll('\0', '') ?? null;

function reviewRow(record: ReviewRecord, links: ReviewLinks) {
  return {
    external_id: record.externalId,
    order_external_id: record.orderExternalId ?? null,
    product_external_id: record.productExternalId ?? null,
    customer_external_id: record.customerExternalId ?? null,
    order_id: links.orderId,
    product_id: links.productId,
    buyer_id: links.buyerId,
    customer_id: links.customerId,
    rating: record.rating ?? null,
    title: clean(record.title),
    text: clean(record.text),
    written_at: record.createdAt,
    answered_at: record.answeredAt ?? null,
    answer: clean(record.answer),
    changed_at: record.changedAt ?? null,
  };
}
