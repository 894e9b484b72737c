/** Reads and refills the tables of the warehouse as lines of JSON: behaviour events live nowhere else, and the rest is quicker copied than derived again. */
import type { Warehouse } from '../warehouse/warehouse.ts';
import type { ArchiveWriter } from './archive.ts';

const pieceLength = 8 * 1024 * 1024;

/** Whole 64-bit numbers, which JSON numbers cannot hold, and no limit of time. */
const losslessly =
  'SETTINGS output_format_json_quote_64bit_integers = 1, output_format_json_quote_decimals = 1, output_format_json_quote_denormals = 1, max_execution_time = 0';

/** Writes the tables as `warehouse/<table>/<number>`. Returns the rows by table. */
export async function dumpWarehouse(warehouse: Warehouse, archive: ArchiveWriter): Promise<Record<string, number>> {
  const tables = await warehouse.query<{ name: string }>(
    "SELECT name FROM system.tables WHERE database = currentDatabase() AND engine LIKE '%MergeTree' AND name != 'applied_migrations' ORDER BY name",
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) counts[name] = await dumpTable(warehouse, name, archive);
  return counts;
}

async function dumpTable(warehouse: Warehouse, table: string, archive: ArchiveWriter): Promise<number> {
  let rows = 0;
  let piece = 0;
  let lines = '';
  const flush = async () => {
    piece += 1;
    await archive.add(`warehouse/${table}/${piece}`, lines);
    lines = '';
  };
  for await (const batch of warehouse.queryStream<object>(`SELECT * FROM {table:Identifier} ${losslessly}`, { table })) {
    rows += batch.length;
    for (const row of batch) lines += `${JSON.stringify(row)}\n`;
    if (lines.length >= pieceLength) await flush();
  }
  if (lines) await flush();
  return rows;
}

/** Returns the number of rows added. */
export async function loadWarehousePiece(warehouse: Warehouse, table: string, piece: Buffer): Promise<number> {
  const lines = piece.toString('utf8').split('\n').filter(Boolean);
  await warehouse.insert(
    table,
    lines.map((line) => JSON.parse(line) as object),
  );
  return lines.length;
}
