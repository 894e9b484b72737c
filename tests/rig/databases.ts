/** Makes and drops the databases of the tests on the server that they share. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  name: string;
  settings: pg.PoolConfig;
}

/** @param template a database that nobody is connected to; without it the new one is empty */
export async function createDatabase(server: pg.PoolConfig, template = 'template0'): Promise<TestDatabase> {
  const name = `prilavok_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name} template ${template} encoding 'UTF8'`);
  return { name, settings: settingsFor(server, name) };
}

export async function dropDatabase(server: pg.PoolConfig, name: string): Promise<void> {
  await onServer(server, `drop database ${name} with (force)`);
}

function settingsFor(server: pg.PoolConfig, database: string): pg.PoolConfig {
  if (!server.connectionString) return { ...server, database };
  const url = new URL(server.connectionString);
  url.pathname = `/${database}`;
  return { connectionString: url.href };
}

async function onServer(server: pg.PoolConfig, statement: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A new empty database as `DATABASE_URL` names it. */
export function urlOf({ settings }: TestDatabase): string {
  if (settings.connectionString) return settings.connectionString;
  const { user = '', host = '', port = 5432, database = '' } = settings;
  return `postgresql:///${database}?${new URLSearchParams({ user, host, port: String(port) })}`;
}
