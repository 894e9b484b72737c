/** What both kinds of warehouse do with the official client, so that a question behaves the same on either. */
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { ClickHouseClient, ClickHouseSettings } from '@clickhouse/client';
import type { WarehouseParam, WarehouseParams } from './warehouse.ts';

/** One meaning for every value, whoever answers. */
export const sessionSettings = {
  session_timezone: 'UTC',
  date_time_input_format: 'best_effort',
  input_format_skip_unknown_fields: 0,
  output_format_json_quote_64bit_integers: 0,
  output_format_json_quote_decimals: 0,
} as const;

export const queryTimeout = 60;
export const commandTimeout = 600;

export async function runQuery<Row>(client: ClickHouseClient, query: string, params: WarehouseParams = {}): Promise<Row[]> {
  const answer = await client.query({ query, query_params: bindable(params), format: 'JSONEachRow' });
  return answer.json<Row>();
}

export async function runCommand(
  client: ClickHouseClient,
  query: string,
  params: WarehouseParams = {},
  clickhouse_settings?: ClickHouseSettings,
): Promise<void> {
  await client.command({ query, query_params: bindable(params), clickhouse_settings });
}

const insertBytes = 8 * 1024 * 1024;

export async function runInsert(client: ClickHouseClient, table: string, rows: readonly object[]): Promise<void> {
  if (!/^\w+(\.\w+)?$/.test(table)) throw new Error(`"${table}" is not the name of a table`);
  for (const lines of inBatches(rows)) {
    // The client's own insert would write the JSON itself, without mending it.
    const { stream } = await client.exec({
      query: `INSERT INTO ${table} FORMAT JSONEachRow`,
      values: Readable.from([lines], { objectMode: false }),
    });
    await finished(stream.resume());
  }
}

/** The client would send a Date in whole seconds, and the engine refuses the ISO form in parameters. */
export function bindable(params: WarehouseParams): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, bindableValue(value)]));
}

function bindableValue(value: WarehouseParam): unknown {
  if (value instanceof Date) return value.toISOString().replace('T', ' ').replace('Z', '');
  if (typeof value === 'string') return value.toWellFormed();
  return Array.isArray(value) ? value.map(bindableValue) : value;
}

/** An insert is held in memory as text, so long ones are cut. */
function* inBatches(rows: readonly object[]): Generator<string> {
  let lines = '';
  for (const row of rows) {
    lines += `${wellFormedJson(row)}\n`;
    if (lines.length < insertBytes) continue;
    yield lines;
    lines = '';
  }
  if (lines) yield lines;
}

const mayHoldLoneSurrogate = /\\ud[89a-f]/;

/** One lone half of a surrogate pair would fail the whole insert; it becomes U+FFFD. JSON writes only such halves as `\ud8xx`. */
export function wellFormedJson(row: object): string {
  const json = JSON.stringify(row);
  if (!mayHoldLoneSurrogate.test(json)) return json;
  return json.replace(/\\(?:u[0-9a-f]{4}|.)/g, (sign) => (/^\\ud[89a-f]/.test(sign) ? '\\ufffd' : sign));
}
