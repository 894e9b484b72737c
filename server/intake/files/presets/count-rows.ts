/** Counts the rows of a table, for telling how far an import is. */
import type { Table } from '../tables/table.ts';

export async function countRows(table: Table): Promise<number> {
  let rows = 0;
  for await (const chunk of table.rows()) rows += chunk.rows.length + (chunk.broken?.length ?? 0);
  return rows;
}
