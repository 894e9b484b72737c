/** A room's tables are its own: the SQL of a room names tables of its schema only, and views that a room publishes. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const migrations = globSync('migrations/postgres/*.sql').map((file) => readFileSync(file, 'utf8'));

/** `orders.lines` and so on, as `create table` and `create view` name them. */
const created = (kind: string) =>
  new Set(
    migrations.flatMap((sql) =>
      [...sql.matchAll(new RegExp(String.raw`create (?:unlogged )?${kind} ([a-z_]+\.[a-z_]+)`, 'g'))].map(([, name = '']) => name),
    ),
  );

const tables = created('table');
const views = created('view');

/** Tables named in SQL: after a word that a table follows, or as the whole of a string. */
const named = /\b(?:from|join|into|update|table|using|only)\s+([a-z_]+\.[a-z_]+)|'([a-z_]+\.[a-z_]+)'/gi;

interface Naming {
  file: string;
  /** `records/orders`. */
  room: string;
  table: string;
}

const namings: Naming[] = globSync('server/*/*/**/*.ts')
  .filter((file) => !/\.test\.ts$|\/fixtures\/|^server\/(platform|models)\//.test(file))
  .flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(named)].flatMap(([, first, second]) => {
      const table = first ?? second ?? '';
      return tables.has(table) ? [{ file, room: file.split('/').slice(1, 3).join('/'), table }] : [];
    }),
  );

/** The schemas a room may write: named like its folder, like its wing, or as its front door says. */
function schemasOf(room: string): string[] {
  const [door = ''] = globSync(`server/${room}/index.ts`).map((file) => readFileSync(file, 'utf8'));
  const doors = [...door.matchAll(/\bname: '([a-z-]+)'/g)].map(([, name = '']) => name);
  return [...room.split('/'), ...doors].map((name) => name.replaceAll('-', '_'));
}

test('there are tables and places that name them', () => {
  expect(tables.size).toBeGreaterThan(20);
  expect(views.size).toBeGreaterThan(0);
  expect(namings.length).toBeGreaterThan(50);
});

test('a room names tables of its own schema only', () => {
  const trespasses = namings.filter(({ room, table }) => !schemasOf(room).includes(table.split('.')[0] ?? ''));
  expect(trespasses).toEqual([]);
});

test('a schema belongs to one room', () => {
  const owners = Map.groupBy(namings, ({ table }) => table.split('.')[0] ?? '');
  const shared = [...owners].filter(([, where]) => new Set(where.map(({ room }) => room)).size > 1).map(([schema]) => schema);
  expect(shared).toEqual([]);
});

test('every table is in a schema', () => {
  const bare = migrations.flatMap((sql) =>
    [...sql.matchAll(/create (?:unlogged )?(?:table|view) (?:if not exists )?([a-z_]+) /g)].map(([text]) => text),
  );
  expect(bare).toEqual([]);
});
