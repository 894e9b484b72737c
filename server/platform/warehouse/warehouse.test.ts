import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startClickHouseStandIn } from '../../../tests/rig/clickhouse-stand-in.ts';
import { openEmbeddedWarehouse } from './embedded.ts';
import { migrateWarehouse } from './migrate.ts';
import { openServerWarehouse } from './server.ts';
import type { Warehouse } from './warehouse.ts';

interface Side {
  warehouse: Warehouse;
  close(): Promise<void>;
}

async function embedded(folder: string): Promise<Side> {
  const warehouse = await openEmbeddedWarehouse(folder);
  return { warehouse, close: () => warehouse.close() };
}

async function server(folder: string): Promise<Side> {
  const standIn = await startClickHouseStandIn(folder);
  const warehouse = await openServerWarehouse(standIn.url);
  const close = async () => {
    await warehouse.close();
    await standIn.close();
  };
  return { warehouse, close };
}

describe.each([
  { side: 'the embedded engine', open: embedded },
  { side: 'the protocol of a server', open: server },
])('[OPS-1] the warehouse through $side', ({ open }) => {
  let folder: string;
  let opened: Side;
  let warehouse: Warehouse;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prilavok-warehouse-'));
    opened = await open(folder);
    warehouse = opened.warehouse;
    await warehouse.command(
      'CREATE TABLE facts (id UInt64, name String, at DateTime64(3), total Int64 DEFAULT 7) ENGINE = MergeTree ORDER BY id',
    );
  });
  afterAll(async () => {
    await opened.close();
    await rm(folder, { recursive: true });
  });

  test('gives back what was inserted, moments to the millisecond and in UTC', async () => {
    await warehouse.insert('facts', [
      { id: 1, name: 'Ёлка', at: new Date('2026-03-01T10:00:00.123Z'), total: -5_000_000_000 },
      { id: 2, name: 'tab\t"quote"\n\\ud800', at: '2026-03-01T13:00:00.456+03:00' },
    ]);
    expect(await warehouse.query('SELECT * FROM facts WHERE id IN (1, 2) ORDER BY id')).toEqual([
      { id: 1, name: 'Ёлка', at: '2026-03-01 10:00:00.123', total: -5_000_000_000 },
      { id: 2, name: 'tab\t"quote"\n\\ud800', at: '2026-03-01 10:00:00.456', total: 7 },
    ]);
  });

  test('[INT-11] stores a batch in which one text has half a character', async () => {
    await warehouse.insert('facts', [
      { id: 10, name: 'broken \ud83d', at: 0 },
      { id: 11, name: 'whole 🙂', at: 0 },
    ]);
    expect(await warehouse.query('SELECT name FROM facts WHERE id IN (10, 11) ORDER BY id')).toEqual([
      { name: 'broken \ufffd' },
      { name: 'whole 🙂' },
    ]);
  });

  test('binds every kind of value and lets no text become SQL', async () => {
    const values = {
      text: "'; DROP TABLE facts; --",
      texts: ["it's", 'tab\there', '\\'],
      moment: new Date('2026-03-01T10:00:00.123Z'),
      whole: -3,
      none: null,
    };
    const [row] = await warehouse.query<Record<string, unknown>>(
      `SELECT {text:String} AS text, {texts:Array(String)} AS texts, {moment:DateTime64(3)} = toDateTime64('2026-03-01 10:00:00.123', 3) AS moment,
         {whole:Int32} AS whole, {none:Nullable(String)} AS none`,
      values,
    );
    expect(row).toEqual({ text: values.text, texts: values.texts, moment: 1, whole: -3, none: null });
  });

  test('refuses a column that the table lacks', async () => {
    await expect(warehouse.insert('facts', [{ id: 20, nmae: 'typo' }])).rejects.toMatchObject({ code: '117' });
  });

  test('refuses a table name that is not one', async () => {
    await expect(warehouse.insert('facts; DROP TABLE facts', [{ id: 1 }])).rejects.toThrow('is not the name of a table');
  });

  test('gives a long answer in batches', async () => {
    let sum = 0;
    let batches = 0;
    for await (const rows of warehouse.queryStream<{ n: number }>('SELECT number AS n FROM numbers({count:UInt32})', { count: 200_000 })) {
      batches += 1;
      for (const row of rows) sum += row.n;
    }
    expect(sum).toBe((200_000 * 199_999) / 2);
    expect(batches).toBeGreaterThan(1);
  });

  test('inserts more than one statement can hold, once', async () => {
    const name = 'х'.repeat(1000);
    const many = Array.from({ length: 12_000 }, (_, n) => ({ id: 1_000_000 + n, name, at: 0 }));
    await warehouse.insert('facts', many);
    expect(await warehouse.query('SELECT count() AS rows, uniqExact(id) AS ids FROM facts WHERE id >= 1000000')).toEqual([
      { rows: 12_000, ids: 12_000 },
    ]);
  });

  test('[TRN-2] applies each migration once', async () => {
    const first = await migrateWarehouse(warehouse);
    expect(first).toContain('0001_facts');
    expect(await migrateWarehouse(warehouse)).toEqual([]);
  });
});
