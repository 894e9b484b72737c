import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPlatform } from '../../../tests/rig/platform.ts';
import { type Actor, audit, system } from '../../platform/audit.ts';
import type { OpenPlatform } from '../../platform/open.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { exportEntries } from './export.ts';
import { listEntries } from './store.ts';

let platform: OpenPlatform;
let db: Db;
const boris: Actor = { kind: 'person', id: '7', name: 'Борис', address: '198.51.100.7' };

beforeAll(async () => {
  platform = await openTestPlatform();
  ({ db } = platform.db);
  for (let n = 1; n <= 5; n += 1) {
    await audit(db, boris, {
      action: 'orders.cancelled',
      object: { kind: 'order', id: n },
      before: { status: 'new' },
      after: { status: 'cancelled' },
    });
  }
  await audit(db, system, { action: 'intake.imported', object: { kind: 'import', id: 'x1' }, after: { orders: 18_405 } });
});
afterAll(() => platform.close());

test('[SEC-1] an entry says who, what, whose, how it was and how it is, and from where', async () => {
  const { rows } = await listEntries(db, { objectKind: 'order', objectId: '3' }, { limit: 10 });
  expect(rows).toEqual([
    {
      id: expect.any(Number),
      at: expect.any(Date),
      actorKind: 'person',
      actorId: '7',
      actorName: 'Борис',
      action: 'orders.cancelled',
      objectKind: 'order',
      objectId: '3',
      before: { status: 'new' },
      after: { status: 'cancelled' },
      address: '198.51.100.7',
    },
  ]);
});

test('[SEC-1] pages go on where the last one ended, newest first, however many entries arrive meanwhile', async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { rows, next } = await listEntries(db, { action: 'orders.' }, { limit: 2, cursor });
    seen.push(...rows.map(({ objectId }) => objectId));
    await audit(db, boris, { action: 'people.signed-in', object: { kind: 'person', id: 7 } });
    cursor = next ?? undefined;
  } while (cursor);
  expect(seen).toEqual(['5', '4', '3', '2', '1']);
});

test('[SEC-1] entries are found by who, what and when', async () => {
  const count = async (filter: Parameters<typeof listEntries>[1]) => (await listEntries(db, filter, { limit: 100 })).rows.length;
  expect(await count({ actorKind: 'system' })).toBe(1);
  expect(await count({ actorKind: 'person', actorId: '7', action: 'orders.cancelled' })).toBe(5);
  expect(await count({ action: 'orders' })).toBe(0);
  expect(await count({ from: new Date(Date.now() + 60_000).toISOString() })).toBe(0);
  expect(await count({ to: new Date(Date.now() - 60_000).toISOString() })).toBe(0);
});

test('[SEC-1] entries cannot be changed or removed, not even by the program itself', async () => {
  await expect(sql`update audit.entries set actor_name = 'x'`.execute(db)).rejects.toThrow('can only be added to');
  await expect(sql`delete from audit.entries`.execute(db)).rejects.toThrow('can only be added to');
  await expect(sql`truncate audit.entries`.execute(db)).rejects.toThrow('can only be added to');
});

test('[SEC-1] an action that is rolled back leaves no entry', async () => {
  const attempt = platform.db.transaction(async (tx) => {
    await audit(tx, boris, { action: 'orders.deleted', object: { kind: 'order', id: 1 } });
    throw new Error('no');
  });
  await expect(attempt).rejects.toThrow('no');
  expect((await listEntries(db, { action: 'orders.deleted' }, { limit: 1 })).rows).toEqual([]);
});

test('[SEC-1] secrets handed over by mistake are not kept', async () => {
  await audit(db, boris, {
    action: 'connections.changed',
    object: { kind: 'connection', id: 1 },
    after: { name: 'Ozon', settings: { apiKey: 'ozon-123', clientSecret: 'abc', shop: 5 }, password: 'p' },
  });
  const { rows } = await listEntries(db, { action: 'connections.' }, { limit: 1 });
  expect(rows[0]?.after).toEqual({ name: 'Ozon', settings: { apiKey: '***', clientSecret: '***', shop: 5 }, password: '***' });
});

test('[SEC-1] the export has every entry of the filter, with texts that a spreadsheet will not run', async () => {
  await audit(db, { ...boris, name: '=cmd()"; x' }, { action: 'tags.added', object: { kind: 'tag', id: 'a' } });
  const file = await text(exportEntries(db, { action: 'tags.' }));
  const lines = file.split('\r\n');
  expect(lines[0]).toBe('\ufeffid;at;actor_kind;actor_id;actor_name;action;object_kind;object_id;before;after;address');
  expect(lines[1]).toContain(`;person;7;"'=cmd()""; x";tags.added;tag;a;;;198.51.100.7`);
  expect((await text(exportEntries(db, { action: 'orders.' }))).split('\r\n')).toHaveLength(7);
});
