/** Reviews as they are read, beside the names of what they speak of. */
import { type RawBuilder, sql } from 'kysely';
import type { Review, ReviewFilter, ReviewSummary } from '../../../contract/feedback.ts';
import { momentOf } from '../../platform/moments.ts';
import { cutPage, keyset } from '../../platform/page.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { getWorkspace } from '../../platform/workspace.ts';

type Condition = RawBuilder<unknown>;

export async function whereOf(
  db: Db,
  { rating, product, customer, order, channel, answered, withText, from, to }: ReviewFilter,
): Promise<Condition> {
  const { timeZone } = await getWorkspace(db);
  return sql.join(
    [
      sql`true`,
      ...(rating ? [sql`v.rating = any(${rating})`] : []),
      ...(product ? [sql`v.product_id = any(${product})`] : []),
      ...(customer ? [sql`v.customer_id = any(${customer})`] : []),
      ...(order ? [sql`v.order_id = any(${order})`] : []),
      ...(channel ? [sql`v.channel_id = any(${channel})`] : []),
      ...(answered === undefined ? [] : [answered ? sql`v.answered_at is not null` : sql`v.answered_at is null`]),
      ...(withText === undefined ? [] : [withText ? sql`v.text is not null` : sql`v.text is null`]),
      ...(from ? [sql`v.written_at >= ${momentOf(from, 0, timeZone)}`] : []),
      ...(to ? [sql`v.written_at < ${momentOf(to, 1, timeZone)}`] : []),
    ],
    sql` and `,
  );
}

interface StoredReview extends Omit<Review, 'product' | 'customer' | 'order' | 'writtenAt' | 'answeredAt'> {
  sortKey: string;
  productId: number | null;
  productName: string | null;
  customerId: number | null;
  customerName: string | null;
  orderId: number | null;
  orderNumber: string | null;
  writtenAt: Date;
  answeredAt: Date | null;
}

/** @throws Problem `bad-cursor` */
export async function listReviews(db: Db, where: Condition, page: { limit: number; cursor?: string | undefined }) {
  const newest = keyset({ column: sql`v.written_at`, id: sql`v.id`, type: 'timestamptz', descending: true }, page.cursor);
  const { rows } = await sql<StoredReview>`
    select v.id, v.channel_id as "channelId", v.external_id as "externalId", v.rating, v.title, v.text, v.written_at as "writtenAt",
      v.answered_at as "answeredAt", v.answer, v.product_id as "productId", p.name as "productName", v.customer_id as "customerId",
      coalesce(c.name, c.account) as "customerName", v.order_id as "orderId", o.number as "orderNumber", v.written_at::text as "sortKey"
    from (select * from feedback.reviews v where ${where} and ${newest.where} order by ${newest.orderBy} limit ${page.limit + 1}) v
    left join catalog.names p on p.id = v.product_id left join customers.names c on c.id = v.customer_id left join orders.names o on o.id = v.order_id
    order by ${newest.orderBy}`.execute(db);
  const { rows: cut, next } = cutPage(rows, page.limit, (row) => [row.sortKey, row.id]);
  return { rows: cut.map(shown), next };
}

function shown({
  sortKey: _,
  productId,
  productName,
  customerId,
  customerName,
  orderId,
  orderNumber,
  writtenAt,
  answeredAt,
  ...row
}: StoredReview): Review {
  return {
    ...row,
    writtenAt: writtenAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
    product: productId === null ? null : { id: productId, name: productName },
    customer: customerId === null ? null : { id: customerId, name: customerName },
    order: orderId === null ? null : { id: orderId, number: orderNumber },
  };
}

export async function sumReviews(db: Db, where: Condition): Promise<ReviewSummary> {
  const { rows } = await sql<{ rating: number | null; count: number; unanswered: number }>`
    select v.rating, count(*) as count, count(*) filter (where v.answered_at is null) as unanswered from feedback.reviews v where ${where}
    group by v.rating`.execute(db);
  const byRating = [5, 4, 3, 2, 1].map((rating) => ({ rating, count: rows.find((row) => row.rating === rating)?.count ?? 0 }));
  const rated = byRating.reduce((sum, { count }) => sum + count, 0);
  const points = byRating.reduce((sum, { rating, count }) => sum + rating * count, 0);
  return {
    count: rows.reduce((sum, { count }) => sum + count, 0),
    rated,
    average: rated > 0 ? points / rated : null,
    unanswered: rows.reduce((sum, { unanswered }) => sum + unanswered, 0),
    byRating,
  };
}
