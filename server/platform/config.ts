/** Settings that come from the environment, read once. Everything else is set in the screens and kept in the database. */
import { resolve } from 'node:path';

export interface Config {
  port: number;
  host: string;
  /** Absolute path of the data folder. */
  dataDir: string;
  /** A PostgreSQL server instead of the embedded one. */
  databaseUrl: string | null;
  /** A ClickHouse server instead of the embedded engine. */
  clickhouseUrl: string | null;
}

/**
 * @throws Error in words when a variable is set to something unusable.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  return {
    port: readPort(env.PORT),
    host: env.HOST || '127.0.0.1',
    dataDir: resolve(env.DATA_DIR || './data'),
    databaseUrl: env.DATABASE_URL || null,
    clickhouseUrl: env.CLICKHOUSE_URL || null,
  };
}

function readPort(value: string | undefined): number {
  const port = Number(value || 4321);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new Error(`PORT must be a number from 0 to 65535, but it is "${value}"`);
}
