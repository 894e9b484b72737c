/**
 * Speaks the HTTP of a ClickHouse server and answers through chDB, so that the client's whole way to a server is walked without one.
 * It does not prove what only a server has: sign-in, TLS, asynchronous inserts, replication, limits of the URL.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { drainPending, Session } from 'chdb';

export interface StandIn {
  url: string;
  close(): Promise<void>;
}

/** Settings of the HTTP layer, which the engine alone does not know. */
const ofHttp = /^(wait_end_of_query|send_progress_in_http_headers|http_headers_progress_interval_ms|enable_http_compression)$/;
const notSettings = /^(query|query_id|session_id|database|role|param_.*)$/;

/** @param folder an empty folder for the engine, the only one of this process */
export async function startClickHouseStandIn(folder: string): Promise<StandIn> {
  const keeper = new Session(folder);
  const http = createServer((request, response) => {
    answer(folder, request, response).catch((error: Error) => refuse(response, error));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      await new Promise((resolve) => http.close(resolve));
      keeper.close();
      await drainPending();
    },
  };
}

async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { searchParams } = new URL(request.url ?? '/', 'http://stand-in');
  const body = (await buffer(request)).toString('utf8');
  const inUrl = searchParams.get('query');
  const session = new Session(folder);
  try {
    for (const [name, value] of searchParams) {
      if (!notSettings.test(name) && !ofHttp.test(name)) await session.queryAsync(`SET ${name} = '${value.replaceAll("'", "''")}'`);
    }
    const sql = inUrl ? `${inUrl}\n${body}` : body;
    const result = await session.queryBindAsync(sql, parameters(sql, searchParams));
    response.writeHead(200, { 'Content-Type': 'text/plain' }).end(result.bytes());
  } finally {
    session.close();
  }
}

type Parameter = string | number | null | Parameter[];

/** The values as the client wrote them into the URL, read back for the engine's own binding. */
function parameters(sql: string, search: URLSearchParams): Record<string, Parameter> {
  const found = [...search]
    .filter(([name]) => name.startsWith('param_'))
    .map(([name, value]) => [name.slice('param_'.length), value] as const);
  return Object.fromEntries(found.map(([name, value]) => [name, sql.includes(`{${name}:Array(`) ? readArray(value) : readText(value)]));
}

/** Such as `['it\\'s',2,NULL]`. */
function readArray(value: string): Parameter[] {
  return [...value.matchAll(/'((?:\\.|[^'\\])*)'|(NULL)|([-\d.e]+)/gs)].map(([, text, none, number]) => {
    if (text !== undefined) return readText(text);
    return none ? null : Number(number);
  });
}

function readText(value: string): string | null {
  const signs: Record<string, string> = { n: '\n', t: '\t', r: '\r' };
  return value === '\\N' ? null : value.replace(/\\(.)/gs, (_, sign: string) => signs[sign] ?? sign);
}

function refuse(response: ServerResponse, error: Error): void {
  const code = /Code: (\d+)/.exec(error.message)?.[1] ?? '0';
  const text = error.message.startsWith('Code:') ? error.message : `Code: ${code}. DB::Exception: ${error.message} (UNKNOWN)`;
  response.writeHead(500, { 'X-ClickHouse-Exception-Code': code }).end(text);
}
