/** A category by the names on the way to it. */
import { sql } from 'kysely';
import { notFound } from '../../platform/http/problem.ts';
import type { Db } from '../../platform/postgres/database.ts';

/** @throws Problem `not-found` */
export async function categoryPath(db: Db, id: number): Promise<string> {
  const { rows } = await sql<{ path: string }>`select path from catalog.categories where id = ${id}`.execute(db);
  if (!rows[0]) throw notFound('category', id);
  return rows[0].path;
}
