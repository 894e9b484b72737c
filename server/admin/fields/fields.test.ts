import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FieldDefinition } from '../../../contract/fields.ts';
import { openTestPlatform } from '../../../tests/rig/platform.ts';
import { type Door, openDoor, type Visitor } from '../../../tests/rig/visitors.ts';
import { fieldsOf } from '../../platform/fields.ts';
import type { OpenPlatform } from '../../platform/open.ts';
import { auditLog } from '../audit/index.ts';
import { people } from '../people/index.ts';
import { fields } from './index.ts';

let platform: OpenPlatform;
let door: Door;
let anna: Visitor;

beforeAll(async () => {
  platform = await openTestPlatform();
  door = await openDoor(platform, [people, fields, auditLog]);
  anna = await door.setUp();
});
afterAll(async () => {
  await door.close();
  await platform.close();
});

const define = (key: string, more: object = {}) =>
  anna.call<FieldDefinition>('POST /fields', { object: 'customers', key, type: 'text', labels: { ru: key }, ...more });
const keysInUse = async () => (await fieldsOf(platform.db.db, 'customers')).map(({ key }) => key);

test('[CUS-7] a field is there for every room at once, in the order it was added', async () => {
  expect(await keysInUse()).toEqual([]);
  expect((await define('size')).status).toBe(201);
  expect((await define('shoe', { type: 'integer', required: true, group: 'Размеры' })).body).toMatchObject({
    key: 'shoe',
    type: 'integer',
    required: true,
    group: 'Размеры',
    sensitive: false,
    options: [],
  });
  expect(await keysInUse()).toEqual(['size', 'shoe']);
  expect((await anna.call<[]>('GET /fields?object=orders')).body).toEqual([]);
});

test('[CUS-7] the same key may stand on another object, but not twice on one', async () => {
  expect((await define('size', { object: 'orders' })).status).toBe(201);
  expect(await define('size')).toMatchObject({ status: 409, body: { code: 'fields:key-taken' } });
});

test('[CUS-7] a key, a name and the options of a list are checked in words', async () => {
  expect(await define('Размер')).toMatchObject({ status: 422, body: { fields: [{ field: 'key' }] } });
  expect(await define('a', { labels: {} })).toMatchObject({
    status: 422,
    body: { fields: [{ field: 'labels', code: 'fields:label-needed' }] },
  });
  expect(await define('a', { type: 'dictionary' })).toMatchObject({
    body: { fields: [{ field: 'options', code: 'fields:options-needed' }] },
  });
  const option = { value: 'x', labels: { ru: 'Икс' } };
  expect(await define('a', { options: [option] })).toMatchObject({ body: { fields: [{ code: 'fields:options-unwanted' }] } });
  expect(await define('a', { type: 'dictionary', options: [option, option] })).toMatchObject({
    body: { fields: [{ code: 'fields:options-repeat' }] },
  });
  expect((await define('level', { type: 'dictionary', options: [option] })).status).toBe(201);
});

test('[CUS-7] names, options and duty change; a dictionary keeps at least one option', async () => {
  const { id } = (await anna.call<FieldDefinition[]>('GET /fields?object=customers')).body.find(({ key }) => key === 'level') ?? { id: 0 };
  expect(await anna.call(`PATCH /fields/${id}`, { options: [] })).toMatchObject({ status: 422 });
  const changed = await anna.call(`PATCH /fields/${id}`, { labels: { ru: 'Уровень', en: 'Level' }, required: true });
  expect(changed.body).toMatchObject({ labels: { ru: 'Уровень', en: 'Level' }, required: true, options: [{ value: 'x' }] });
  expect((await anna.call('PATCH /fields/999', { required: true })).status).toBe(404);
});

test('[CUS-7] fields stand in the order they are put, those not named after them', async () => {
  const { body } = await anna.call<FieldDefinition[]>('GET /fields?object=customers');
  expect(body.map(({ key }) => key)).toEqual(['size', 'shoe', 'level']);
  const idOf = (key: string) => body.find((definition) => definition.key === key)?.id;
  expect((await anna.call('PUT /fields/order', { object: 'customers', ids: [idOf('level'), idOf('shoe')] })).status).toBe(204);
  expect(await keysInUse()).toEqual(['level', 'shoe', 'size']);
});

test('[CUS-7] a field put away comes back under its key with its type', async () => {
  const { id } = (await define('note')).body;
  expect((await anna.call(`DELETE /fields/${id}`)).status).toBe(204);
  expect(await keysInUse()).not.toContain('note');
  expect(await define('note', { type: 'money' })).toMatchObject({ status: 409, body: { code: 'fields:type-stays' } });
  expect((await define('note', { labels: { en: 'Note' } })).body).toMatchObject({ id, labels: { en: 'Note' } });
  expect((await keysInUse()).at(-1)).toBe('note');
});

test('[COL-8] a sensitive field is closed until the basis of consent is recorded, and who recorded it is known', async () => {
  const { id, consentBasis } = (await define('nationality', { sensitive: true })).body;
  expect(consentBasis).toBe(null);
  expect((await anna.call(`POST /fields/${id}/consent`, { basis: 'нет' })).status).toBe(422);
  const basis = 'Отдельное согласие, текст № 4 от 01.09.2026';
  expect((await anna.call(`POST /fields/${id}/consent`, { basis })).body).toMatchObject({ consentBasis: basis });
  const { body } = await anna.call<{ rows: object[] }>('GET /audit?action=fields.consent-recorded');
  expect(body.rows).toMatchObject([
    { actor: { name: 'Анна Петрова' }, object: { kind: 'field', id: String(id) }, after: { consentBasis: basis } },
  ]);
});

test('[COL-8] a sensitive field that was put away does not come back as an ordinary one', async () => {
  const { id } = (await define('faith', { sensitive: true })).body;
  await anna.call(`DELETE /fields/${id}`);
  expect((await define('faith')).body).toMatchObject({ sensitive: true });
  expect((await anna.call('POST /fields/1/consent', { basis: 'Отдельное согласие' })).status).toBe(409);
});
