/** Pages by key instead of offset: the thousandth page costs what the first does, and rows that arrive meanwhile shift nothing. */
import { type RawBuilder, sql } from 'kysely';
import { Problem } from './http/problem.ts';

export interface Keyset {
  /** Add to `where`; true on the first page. */
  where: RawBuilder<unknown>;
  orderBy: RawBuilder<unknown>;
}

/**
 * @param column must never be null, and is indexed together with `id`
 * @param type of the column, for the cursor's value: `timestamptz`, `bigint`, `text` ...
 * @throws Problem `bad-cursor`
 */
export function keyset(
  sort: { column: RawBuilder<unknown>; id: RawBuilder<unknown>; type: string; descending: boolean },
  cursor: string | undefined,
): Keyset {
  const direction = sql.raw(sort.descending ? 'desc' : 'asc');
  const orderBy = sql`${sort.column} ${direction}, ${sort.id} ${direction}`;
  if (cursor === undefined) return { where: sql`true`, orderBy };
  const [value, id] = readCursor(cursor);
  const beyond = sql.raw(sort.descending ? '<' : '>');
  return { where: sql`(${sort.column}, ${sort.id}) ${beyond} (cast(${value} as ${sql.raw(sort.type)}), ${id}::bigint)`, orderBy };
}

/**
 * Cuts the page out of rows fetched with `limit + 1`.
 * @param keyOf the row's sort value as PostgreSQL would print it, and its id
 */
export function cutPage<Row>(rows: Row[], limit: number, keyOf: (row: Row) => [string, number]): { rows: Row[]; next: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last ? writeCursor(keyOf(last)) : null };
}

const writeCursor = (key: [string, number]) => Buffer.from(JSON.stringify(key)).toString('base64url');

function readCursor(cursor: string): [string, number] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === 2 && typeof key[0] === 'string' && Number.isSafeInteger(key[1]))
      return [key[0], key[1] as number];
  } catch {
    // Falls through: a cursor that does not parse is as foreign as one of another list.
  }
  throw new Problem('bad-cursor', { status: 400 });
}
