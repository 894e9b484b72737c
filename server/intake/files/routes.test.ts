import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ImportPreview, ImportRun } from '../../../contract/imports.ts';
import { openTestPlatform } from '../../../tests/rig/platform.ts';
import { type Door, openDoor, type Visitor } from '../../../tests/rig/visitors.ts';
import { rooms } from '../../app.ts';
import { connectRooms } from '../../house.ts';
import { onPlatform } from '../../platform/job-definition.ts';
import type { OpenPlatform } from '../../platform/open.ts';
import { windows1251 } from './fixtures/windows-1251.ts';
import { imports } from './index.ts';

let platform: OpenPlatform;
let door: Door;
let owner: Visitor;

beforeAll(async () => {
  connectRooms();
  platform = await openTestPlatform();
  await platform.jobs.open(onPlatform(platform, imports.jobs ?? []), []);
  door = await openDoor(platform, rooms);
  owner = await door.setUp();
});

afterAll(async () => {
  await door.close();
  await platform.close();
});

const table = [
  'Заказ;Когда;Покупатель;Артикул;Товар;Шт;Цена',
  '7;22.11.2026 14:32;Ёлкин Пётр;A-1;Кружка;2;1 990,50 руб.',
  '8;22.11.2026 15:00;Бойко Ігор;A-2;Ложка;1;дорого',
].join('\n');

const binary = { 'content-type': 'application/octet-stream', 'accept-language': 'ru' };

const upload = (name: string, content: Uint8Array | string, visitor = owner) =>
  visitor.call<ImportRun>(`POST /imports/files?name=${encodeURIComponent(name)}`, Buffer.from(content), binary);

const finished = (id: number, state: ImportRun['state']) =>
  vi.waitFor(
    async () => {
      const { body } = await owner.call<ImportRun>(`GET /imports/${id}`);
      expect(body.state).toBe(state);
      return body;
    },
    { timeout: 30_000, interval: 100 },
  );

const columns = {
  externalId: 'Заказ',
  placedAt: 'Когда',
  name: 'Покупатель',
  sku: 'Артикул',
  productName: 'Товар',
  quantity: 'Шт',
  price: 'Цена',
};
const settings = { preset: 'table', mapping: { kind: 'order', columns }, duplicates: 'update', channelId: null, channelName: 'Моя лавка' };

test('[INT-11] upload, preview, mapping by hand, run, report, bad rows, undo', async () => {
  const { status, body: run } = await upload('заказы.csv', windows1251(table));
  expect([status, run.state, run.preset]).toEqual([201, 'ready', 'table']);
  const { body: preview } = await owner.call<ImportPreview>(`GET /imports/${run.id}/preview`);
  expect(preview.files).toMatchObject([
    { encoding: 'windows-1251', delimiter: ';', header: ['Заказ', 'Когда', 'Покупатель', 'Артикул', 'Товар', 'Шт', 'Цена'] },
  ]);
  const { body: tried } = await owner.call<ImportPreview>(
    `POST /imports/${run.id}/preview`,
    { preset: 'table', mapping: settings.mapping },
    { 'accept-language': 'ru' },
  );
  expect(tried.records).toMatchObject([{ kind: 'order', externalId: '7', lines: [{ quantity: 2, price: 199_050, total: 398_100 }] }]);
  expect(tried.problems).toMatchObject([{ line: 3, column: 'Цена', message: 'Колонка «Цена»: это не число' }]);

  expect((await owner.call(`POST /imports/${run.id}/start`, settings)).status).toBe(200);
  const done = await finished(run.id, 'done');
  expect(done).toMatchObject({ rowsTotal: 2, rowsDone: 2, rowsBad: 1, tally: { orders: 1, lines: 1 }, sums: { RUB: { total: 398_100 } } });
  const { body: file, headers } = await owner.call<string>(`GET /imports/${run.id}/bad-rows.csv`, undefined, { 'accept-language': 'ru' });
  expect(headers['content-disposition']).toContain('.csv');
  expect(file).toContain('"заказы.csv";"3";"Цена";"Колонка «Цена»: это не число"');

  expect((await owner.call(`POST /imports/${run.id}/undo`)).status).toBe(200);
  await finished(run.id, 'undone');
  expect((await owner.call(`POST /imports/${run.id}/undo`)).status).toBe(409);
});

test('[INT-11] the mapping of a table is remembered for the next file with its columns', async () => {
  const { body: run } = await upload('ещё.csv', table.replace('7;', '9;'));
  const { body: preview } = await owner.call<ImportPreview>(`GET /imports/${run.id}/preview`);
  expect(preview).toMatchObject({ remembered: true, mapping: { kind: 'order', columns } });
});

test('[INT-11] a start without a needed column names the column', async () => {
  const { body: run } = await upload('третий.csv', table);
  const answer = await owner.call<{ fields: unknown[] }>(`POST /imports/${run.id}/start`, {
    ...settings,
    mapping: { kind: 'order', columns: { externalId: 'Заказ' } },
  });
  expect(answer.status).toBe(422);
  expect(answer.body.fields).toMatchObject([{ field: 'mapping.columns.placedAt', code: 'imports:needs-column' }]);
});

test('[INT-11] a file that is nothing importable is refused in words, and none is left behind', async () => {
  expect((await upload('empty.csv', '')).status).toBe(422);
  const { status, body } = await upload('picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0, 0, 0]));
  expect([status, (body as unknown as { code: string }).code]).toEqual([422, 'imports:unknown-format']);
});

test('[INT-11] the list shows the newest import first, page by page', async () => {
  const { body: first } = await owner.call<{ rows: ImportRun[]; next: string }>('GET /imports?limit=2');
  const { body: second } = await owner.call<{ rows: ImportRun[]; next: null }>(`GET /imports?limit=2&cursor=${first.next}`);
  expect([...first.rows, ...second.rows].map(({ fileName }) => fileName)).toEqual(['третий.csv', 'ещё.csv', 'заказы.csv']);
});

test('[SEC-1] nobody without the right imports anything', async () => {
  const analyst = await door.join(owner, 'analyst');
  expect((await upload('x.csv', table, analyst)).status).toBe(403);
});
