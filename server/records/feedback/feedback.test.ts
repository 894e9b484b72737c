import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Review, ReviewSummary } from '../../../contract/feedback.ts';
import type { CanonicalRecord, ReviewRecord } from '../../../contract/records.ts';
import { openTestPlatform } from '../../../tests/rig/platform.ts';
import { type Door, openDoor, type Visitor } from '../../../tests/rig/visitors.ts';
import { rooms } from '../../app.ts';
import { connectRooms } from '../../house.ts';
import { ingest } from '../../intake/ingest/index.ts';
import { publish } from '../../platform/bus.ts';
import { ensureChannel } from '../channels/index.ts';

const platform = await openTestPlatform();
const { db } = platform.db;
let door: Door;
let owner: Visitor;
let channel = 0;
let shops = 0;

beforeAll(async () => {
  connectRooms();
  door = await openDoor(platform, rooms);
  owner = await door.setUp();
});
beforeEach(async () => {
  shops += 1;
  channel = await ensureChannel(db, { code: `shop-${shops}`, kind: 'web', name: 'Shop' });
});
afterAll(async () => {
  await door.close();
  await platform.close();
});

const review = (externalId: string, more: Partial<ReviewRecord> = {}): ReviewRecord => ({
  kind: 'review',
  externalId,
  rating: 5,
  createdAt: '2026-03-02T10:00:00+03:00',
  ...more,
});
const order = (externalId: string): CanonicalRecord => ({
  kind: 'order',
  externalId,
  placedAt: '2026-03-01T10:00:00+03:00',
  status: 'done',
  statusGroup: 'done',
  currency: 'RUB',
  buyer: { externalId: `anna-${shops}`, name: 'Анна' },
  lines: [{ productExternalId: 'tea', name: 'Чай', quantity: 1, price: 100, total: 100 }],
});
const tea: CanonicalRecord = { kind: 'product', externalId: 'tea', name: 'Чай' };

const list = async (query = '') =>
  (await owner.call<{ rows: Review[]; total: number | null; next: string | null }>(`GET /reviews?channel=${channel}${query}`)).body;

test('[SYN-8] a review that came before its order, product and buyer is tied to each when it arrives', async () => {
  await ingest(platform, channel, [
    review('1', { orderExternalId: 'o1' }),
    review('2', { productExternalId: 'tea', customerExternalId: `anna-${shops}` }),
  ]);
  expect((await list()).rows).toMatchObject([
    { order: null, product: null, customer: null },
    { order: null, product: null, customer: null },
  ]);
  await ingest(platform, channel, [order('o1')]);
  const [second, first] = (await list()).rows;
  expect(first).toMatchObject({ externalId: '1', order: { number: 'o1' }, product: null, customer: { name: 'Анна' } });
  expect(second).toMatchObject({ externalId: '2', order: null, product: null, customer: { name: 'Анна' } });
  await ingest(platform, channel, [tea]);
  expect((await list()).rows).toMatchObject([{ product: { name: 'Чай' } }, { product: { name: 'Чай' } }]);
});

test('[CUS-3] reviews follow their buyer through a merge and back', async () => {
  await ingest(platform, channel, [tea, order('o1'), review('1', { orderExternalId: 'o1' })]);
  const { rows } = await sql<{ buyer: number }>`select buyer_id as buyer from feedback.reviews where channel_id = ${channel}`.execute(db);
  const buyer = rows[0]?.buyer as number;
  await platform.db.transaction((tx) =>
    publish(tx, 'customers.owner_changed', { buyerIds: [buyer], customerId: 4_000, formerCustomerId: buyer }),
  );
  expect((await list()).rows[0]?.customer).toEqual({ id: 4_000, name: null });
  await platform.db.transaction((tx) =>
    publish(tx, 'customers.owner_changed', { buyerIds: [buyer], customerId: buyer, formerCustomerId: 4_000 }),
  );
  expect((await list()).rows[0]?.customer).toEqual({ id: buyer, name: 'Анна' });
});

test('[COL-5] reviews by rating, answer, text and day; the unanswered are counted', async () => {
  const stars = [5, 5, 4, 1, undefined];
  await ingest(
    platform,
    channel,
    stars.map((rating, n) =>
      review(String(n), {
        rating,
        createdAt: `2026-03-0${n + 1}T23:30:00+03:00`,
        ...(n % 2 === 0 && { answeredAt: '2026-03-09T00:00:00Z', answer: 'Спасибо' }),
        ...(n < 3 && { text: 'Хорошо' }),
      }),
    ),
  );
  const found = async (query: string) => (await list(query)).rows.map(({ externalId }) => externalId);
  expect(await found('')).toEqual(['4', '3', '2', '1', '0']);
  expect(await found('&rating=5&rating=1')).toEqual(['3', '1', '0']);
  expect(await found('&answered=false')).toEqual(['3', '1']);
  expect(await found('&withText=true')).toEqual(['2', '1', '0']);
  expect(await found('&from=2026-03-02&to=2026-03-03')).toEqual(['2', '1']);
  const first = await list('&limit=2&count=true');
  expect(first).toMatchObject({ total: 5, next: expect.any(String) });
  expect(await found(`&limit=2&cursor=${first.next}`)).toEqual(['2', '1']);
  const { body } = await owner.call<ReviewSummary>(`GET /reviews/summary?channel=${channel}`);
  expect(body).toEqual({
    count: 5,
    rated: 4,
    average: 3.75,
    unanswered: 2,
    byRating: [
      { rating: 5, count: 2 },
      { rating: 4, count: 1 },
      { rating: 3, count: 0 },
      { rating: 2, count: 0 },
      { rating: 1, count: 1 },
    ],
  });
});
