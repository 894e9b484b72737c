import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CompanyCard, CompanyRow } from '../../../../contract/companies.ts';
import { openTestPlatform } from '../../../../tests/rig/platform.ts';
import { type Door, openDoor, type Visitor } from '../../../../tests/rig/visitors.ts';
import { rooms } from '../../../app.ts';
import { connectRooms } from '../../../house.ts';
import { ingest } from '../../../intake/ingest/index.ts';
import { ensureChannel } from '../../channels/index.ts';

const platform = await openTestPlatform();
let door: Door;
let owner: Visitor;
let shop = 0;

beforeAll(async () => {
  connectRooms();
  door = await openDoor(platform, rooms);
  owner = await door.setUp();
  shop = await ensureChannel(platform.db.db, { code: 'shop', kind: 'web', name: 'Лавка' });
});
afterAll(async () => {
  await door.close();
  await platform.close();
});

const add = (body: object) => owner.call<CompanyCard & { fields: { field: string; code: string }[] }>('POST /companies', body);
const list = async (query: string) =>
  (await owner.call<{ rows: CompanyRow[]; next: string | null; total: number | null }>(`GET /companies?${query}`)).body;

test('[CUS-8] wrong check digits are refused by name, right ones are kept', async () => {
  const wrong = await add({
    name: 'ООО Ромашка',
    taxId: '7707083894',
    registration: { kpp: '12', ogrn: '1027700132196', director: 'Ильина' },
  });
  expect(wrong.status).toBe(422);
  expect(wrong.body.fields.map(({ field, code }) => [field, code])).toEqual([
    ['taxId', 'customers:wrong-requisite'],
    ['registration.kpp', 'customers:wrong-requisite'],
    ['registration.ogrn', 'customers:wrong-requisite'],
  ]);
  const right = await add({
    name: 'ООО Ромашка',
    taxId: '7707083893',
    registration: { kpp: '773601001', ogrn: '1027700132195' },
    priceTerms: 'Опт −10 %',
    managerId: 2,
  });
  expect(right).toMatchObject({
    status: 201,
    body: { taxId: '7707083893', doubts: [], priceTerms: 'Опт −10 %', managerId: 2, contacts: [], ordersCount: 0 },
  });
  expect(await add({ name: 'Двойник', taxId: '7707083893' })).toMatchObject({ status: 409, body: { code: 'customers:same-tax-id' } });
});

test('[CUS-8] what a file brought is kept however wrong, shown as doubtful, and may be left so while something else is changed', async () => {
  await ingest(platform, shop, [
    {
      kind: 'customer',
      externalId: 'w1',
      name: 'Вера',
      company: { name: 'ТОВ Квітка', taxId: '14360571', registration: { iban: 'UA00' } },
    },
  ]);
  const [row] = (await list('q=kvitka')).rows;
  const card = (await owner.call<CompanyCard>(`GET /companies/${row?.id}`, undefined, { 'accept-language': 'uk' })).body;
  expect(card.doubts).toEqual([
    { field: 'taxId', code: 'customers:wrong-requisite', says: 'Такого номера не може бути. Перевірте поле taxId.' },
    { field: 'iban', code: 'customers:wrong-requisite', says: 'Такого номера не може бути. Перевірте поле iban.' },
  ]);
  const mend = (body: object) => owner.call<CompanyCard>(`PATCH /companies/${row?.id}`, body);
  expect((await mend({ note: 'Проверить' })).body.doubts).toHaveLength(2);
  expect((await mend({ taxId: '14360572' })).status).toBe(422);
  expect((await mend({ taxId: '14360570', registration: { iban: 'UA213223130000026007233566001' } })).body).toMatchObject({
    doubts: [],
    note: 'Проверить',
  });
  const { rows } =
    await sql`select before, after from audit.entries where action = 'customers.company-changed' order by id limit 1`.execute(
      platform.db.db,
    );
  expect(rows).toEqual([{ before: { note: null }, after: { note: 'Проверить' } }]);
});

test('[CUS-8] a company shows its people and what they bought together, and a customer is found by its name', async () => {
  const { id } = (await add({ name: 'Оптовик' })).body;
  const order = (buyer: string, total: number) => ({
    kind: 'order' as const,
    externalId: `of-${buyer}`,
    placedAt: '2026-03-01T10:00:00Z',
    status: 'done',
    statusGroup: 'done' as const,
    currency: 'RUB' as const,
    buyer: { externalId: buyer },
    lines: [{ name: 'Чай', quantity: 1, price: total, total }],
  });
  await ingest(platform, shop, [order('o1', 100_00), order('o2', 50_00)]);
  const { rows } = await sql<{ id: number }>`select id from customers.customers where first_account in ('o1', 'o2') order by id`.execute(
    platform.db.db,
  );
  for (const customer of rows) await owner.call(`PATCH /customers/${customer.id}`, { companyId: id });
  const card = (await owner.call<CompanyCard>(`GET /companies/${id}`)).body;
  expect(card).toMatchObject({ ordersCount: 2, spentBase: 150_00, contacts: [{ account: 'o1' }, { account: 'o2' }] });
  expect((await list('q=оптов')).rows).toMatchObject([{ id, contacts: 2, spentBase: 150_00 }]);
  await owner.call(`PATCH /companies/${id}`, { name: 'Большой склад' });
  const found = async (q: string) => (await owner.call<{ rows: object[] }>(`GET /customers?q=${q}`)).body.rows.length;
  expect([await found('оптовик'), await found('большой склад')]).toEqual([0, 2]);
  expect((await owner.call<{ rows: object[] }>(`GET /customers?company=${id}`)).body.rows).toHaveLength(2);
});

test('companies are listed in pages by name or age', async () => {
  const all = (await list('sort=name&limit=200&count=true')).rows.map(({ name }) => name);
  expect((await list('count=true')).total).toBe(all.length);
  const paged: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { rows: CompanyRow[]; next: string | null } = await list(`sort=name&limit=1${cursor && `&cursor=${cursor}`}`);
    paged.push(...page.rows.map(({ name }) => name));
    cursor = page.next;
  }
  expect(paged).toEqual(all);
  expect((await list('sort=-id&manager=2')).rows.map(({ name }) => name)).toEqual(['ООО Ромашка']);
});
