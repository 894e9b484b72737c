/** The warehouse on the ClickHouse engine inside this process (chDB), so that nobody has to install one. Main thread only. */
import { mkdir } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { type ClickHouseClient, ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { drainPending, Session } from 'chdb';
import { createChdbConnection } from 'chdb/connection';
import { bindable, commandTimeout, queryTimeout, runCommand, runInsert, runQuery, sessionSettings } from './statements.ts';
import { takeTurns } from './turns.ts';
import type { Warehouse, WarehouseParams } from './warehouse.ts';

/** Each running question holds a thread of the pool that files and DNS use too; `UV_THREADPOOL_SIZE` must exceed this. */
const readerCount = 3;

/** Opens the engine on `<dataDir>/warehouse`. One process at a time: the engine refuses a second. */
export async function openEmbeddedWarehouse(dataDir: string): Promise<Warehouse> {
  const folder = join(dataDir, 'warehouse');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const memory = memoryCap();
  const keeper = new Session(folder, {
    connectionArgs: [`--max_server_memory_usage=${memory}`, `--mark_cache_size=${Math.floor(memory / 10)}`],
  });
  const writer = await connect(folder, settingsText(memory, commandTimeout));
  const asking = settingsText(memory, queryTimeout);
  const readers = await Promise.all(Array.from({ length: readerCount }, () => connect(folder, asking)));
  const writing = takeTurns([writer]);
  const reading = takeTurns(readers);
  const streams = new Set<Session>();
  return {
    query: (sql, params) => reading.run((client) => runQuery(client, sql, params)),
    queryStream: (sql, params) => stream(folder, asking, streams, sql, params),
    insert: (table, rows) => writing.run((client) => runInsert(client, table, rows)),
    command: (sql, params) => writing.run((client) => runCommand(client, sql, params)),
    close: async () => {
      for (const session of streams) session.close();
      // A running question would hold up the end of the process.
      const interrupt = () => keeper.queryAsync("KILL QUERY WHERE query NOT LIKE 'KILL QUERY%' ASYNC");
      await Promise.all([reading.close(interrupt), writing.close(interrupt)]);
      await Promise.all([writer, ...readers].map((client) => client.close()));
      keeper.close();
      await drainPending();
    },
  };
}

/** Left alone, the engine would take nine tenths of the memory, and each question all of that. */
function memoryCap(): number {
  const memory = Math.min(process.constrainedMemory() || Infinity, totalmem());
  return Math.floor(memory * 0.4);
}

function settingsText(memory: number, timeout: number): string {
  const question = Math.floor(memory * 0.7);
  const settings = Object.entries({
    ...sessionSettings,
    max_execution_time: timeout,
    max_memory_usage: question,
    max_bytes_before_external_group_by: Math.floor(question / 2),
    max_bytes_before_external_sort: Math.floor(question / 2),
  });
  return `SET ${settings.map(([name, value]) => `${name} = ${typeof value === 'string' ? `'${value}'` : value}`).join(', ')}`;
}

async function connect(folder: string, settings: string): Promise<ClickHouseClient> {
  // The declared types of the two packages differ in nothing that is used.
  const connection = createChdbConnection({ path: folder }) as unknown as NonNullable<Parameters<typeof createClient>[0]>['connection'];
  const client = createClient({ connection, log: { level: ClickHouseLogLevel.OFF } });
  await client.command({ query: settings });
  return client;
}

/** The client would hold the whole answer, so a long one has a session of its own. */
async function* stream<Row>(
  folder: string,
  settings: string,
  open: Set<Session>,
  sql: string,
  params: WarehouseParams = {},
): AsyncGenerator<Row[]> {
  const session = new Session(folder);
  open.add(session);
  try {
    await session.queryAsync(settings);
    for await (const chunk of session.queryStreamBind(sql, bindable(params), { format: 'JSONEachRow' })) yield chunk.rows<Row>();
  } finally {
    open.delete(session);
    session.close();
  }
}
