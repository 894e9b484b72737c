import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CustomerRecord, OrderRecord } from '../../../contract/records.ts';
import { openTestPlatform } from '../../../tests/rig/platform.ts';
import { connectRooms } from '../../house.ts';
import { ingest } from '../../intake/ingest/index.ts';
import { searchQuery } from '../../models/search-words.ts';
import { saveWorkspace } from '../../platform/workspace.ts';
import { ensureChannel } from '../channels/index.ts';

const platform = await openTestPlatform();
const { db } = platform.db;
let channel = 0;
let other = 0;
let run = 0;

beforeAll(async () => {
  connectRooms();
  await platform.db.transaction((tx) =>
    saveWorkspace(tx, {
      company: 'Test',
      currency: 'RUB',
      timeZone: 'Europe/Moscow',
      country: 'RU',
      language: 'en',
      weekStart: 1,
      questionnaire: { channels: [], goals: [], risks: [] },
    }),
  );
});
beforeEach(async () => {
  await sql`truncate customers.customers, orders.orders cascade`.execute(db);
  run += 1;
  channel = await ensureChannel(db, { code: `shop-${run}`, kind: 'web', name: 'Shop' });
  other = await ensureChannel(db, { code: `ozon-${run}`, kind: 'ozon', name: 'Ozon' });
});
afterAll(() => platform.close());

const describe = (record: Omit<CustomerRecord, 'kind'>, on = channel) => ingest(platform, on, [{ kind: 'customer', ...record }]);

let orderNumber = 0;
const order = (buyer: OrderRecord['buyer']): OrderRecord => ({
  kind: 'order',
  externalId: `s${++orderNumber}`,
  placedAt: '2026-03-01T10:00:00Z',
  status: 'done',
  statusGroup: 'done',
  currency: 'RUB',
  buyer,
  lines: [{ name: 'Чай', quantity: 1, price: 100, total: 100 }],
});

const stored = async () => (await sql<Record<string, unknown>>`select * from customers.customers order by id`.execute(db)).rows;

async function found(typed: string): Promise<number> {
  const { rows } = await sql`select from customers.customers where search @@ ${searchQuery(typed)}::tsquery`.execute(db);
  return rows.length;
}

test('[CUS-2] of several orders of one batch the first that knows a thing is believed, and none of it is lost', async () => {
  await describe({ externalId: 'a' });
  await ingest(platform, channel, [
    order({ externalId: 'a', email: 'нет' }),
    order({ externalId: 'a', name: 'Анна', email: 'a@example.com' }),
    order({ externalId: 'a', name: 'Аня', phone: '+79160000001' }),
  ]);
  expect(await stored()).toMatchObject([{ name: 'Анна', email: 'нет', phone: '+79160000001', problems: ['bad_email'], contactable: true }]);
  expect([await found('анна'), await found('аня'), await found('0001')]).toEqual([1, 0, 1]);
});

test('[CUS-2] one mailbox joins the accounts of two channels: both are known of the customer and find it', async () => {
  await describe({ externalId: 'shop-account', email: 'anna@example.com' });
  await ingest(platform, other, [order({ externalId: 'ozon-account', email: 'ANNA@example.com' })]);
  expect(await stored()).toMatchObject([{ channel_ids: [channel, other], first_channel_id: channel, first_account: 'shop-account' }]);
  expect([await found('shop-account'), await found('ozon-account')]).toEqual([1, 1]);
});

test('[CUS-6] a customer who was renamed by the channel is found by the new name only', async () => {
  await describe({ externalId: 'a', name: 'Анна Ильина', company: { name: 'Ромашка' } });
  await describe({ externalId: 'a', name: 'Анна Ким' });
  expect([await found('ильина'), await found('ким'), await found('ромашка'), await found('a')]).toEqual([0, 1, 1, 1]);
});

test('[CUS-9] a record that says nothing of a bad contact leaves it marked', async () => {
  await describe({ externalId: 'a', phone: '12', email: 'нет' });
  await describe({ externalId: 'a', email: 'a@example.com', city: 'Тула' });
  expect(await stored()).toMatchObject([{ problems: ['bad_phone'], phone: '12', email: 'a@example.com', contactable: true }]);
});

test('[CUS-4] a marketplace buyer with a substitute number is no contactable customer, and the number recognises nobody', async () => {
  await ingest(platform, other, [
    order({ externalId: 'a', phone: '+79160000001', phoneIsTemporary: true }),
    order({ externalId: 'b', phone: '+79160000001', phoneIsTemporary: true }),
  ]);
  expect(await stored()).toMatchObject([
    { contactable: false, first_account: 'a' },
    { contactable: false, first_account: 'b' },
  ]);
});

test('a customer record that says nothing new writes nothing', async () => {
  const record = { externalId: 'a', name: 'Анна', tags: ['b', 'a'], fields: { level: 'gold' } };
  await describe(record);
  const before = (await sql`select xmin, * from customers.customers`.execute(db)).rows;
  await describe({ ...record, changedAt: '2026-05-01T00:00:00Z', tags: ['a'] });
  expect((await sql`select xmin, * from customers.customers`.execute(db)).rows).toEqual(before);
  expect(await stored()).toMatchObject([{ tags: ['a', 'b'] }]);
});

test('[CUS-7] custom fields of files come in the form in which they are stored; what is not of its type, and sensitive data, is left out', async () => {
  await sql`insert into fields.definitions (object, key, type, labels, options, sensitive, consent_basis, position) values
    ('customers', 'met', 'date', '{"en":"Met"}', '[]', false, null, 1), ('customers', 'regular', 'yes_no', '{"en":"Regular"}', '[]', false, null, 2),
    ('customers', 'level', 'dictionary', '{"en":"Level"}', '[{"value":"gold","labels":{"ru":"Золото"}}]', false, null, 3),
    ('customers', 'visits', 'integer', '{"en":"Visits"}', '[]', false, null, 4), ('customers', 'nation', 'text', '{"en":"Nation"}', '[]', true, 'consent', 5)`.execute(
    db,
  );
  await describe({
    externalId: 'a',
    fields: { met: '22.11.2026', regular: 'да', level: 'Золото', visits: 'много', nation: 'x', undefined_yet: 'y' },
  });
  expect(await stored()).toMatchObject([{ fields: { met: '2026-11-22', regular: true, level: 'gold', undefined_yet: 'y' } }]);
});

test('[CUS-2] what two accounts of one customer say in one batch is all stored', async () => {
  await describe({ externalId: 'a', email: 'both@example.com' });
  await ingest(platform, other, [order({ externalId: 'b', email: 'both@example.com' })]);
  await sql`update customers.identities set channel_id = ${channel} where value = 'b'`.execute(db);
  await ingest(platform, channel, [
    { kind: 'customer', externalId: 'a', city: 'Тула' },
    { kind: 'customer', externalId: 'b', name: 'Анна' },
  ]);
  expect(await stored()).toMatchObject([{ city: 'Тула', name: 'Анна' }]);
});
