/** The warehouse on a ClickHouse server, for those who have outgrown one machine. */
import { type ClickHouseClient, ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { bindable, commandTimeout, queryTimeout, runCommand, runInsert, runQuery, sessionSettings } from './statements.ts';
import type { Warehouse, WarehouseParams } from './warehouse.ts';

/**
 * @param url such as `https://user:password@host:8443/database`
 * @throws Error in words when the server does not answer
 */
export async function openServerWarehouse(url: string): Promise<Warehouse> {
  const client = createClient({
    url,
    application: 'prilavok',
    request_timeout: (commandTimeout + 10) * 1000,
    // Errors reach the caller; the client's own log would repeat them with what was asked.
    log: { level: ClickHouseLogLevel.OFF },
    clickhouse_settings: {
      ...sessionSettings,
      max_execution_time: queryTimeout,
      wait_end_of_query: 1,
      // Balancers hang up on silence.
      send_progress_in_http_headers: 1,
      http_headers_progress_interval_ms: '20000',
    },
  });
  const ping = await client.ping({ select: true });
  if (!ping.success) throw new Error(`The ClickHouse server of CLICKHOUSE_URL does not answer: ${ping.error.message}`);
  return {
    query: (sql, params) => runQuery(client, sql, params),
    queryStream: (sql, params) => stream(client, sql, params),
    insert: (table, rows) => runInsert(client, table, rows),
    command: (sql, params) => runCommand(client, sql, params, { max_execution_time: commandTimeout }),
    close: () => client.close(),
  };
}

async function* stream<Row>(client: ClickHouseClient, query: string, params: WarehouseParams = {}): AsyncGenerator<Row[]> {
  const answer = await client.query({
    query,
    query_params: bindable(params),
    format: 'JSONEachRow',
    clickhouse_settings: { wait_end_of_query: 0 },
  });
  for await (const rows of answer.stream<Row>()) yield rows.map((row) => row.json());
}
