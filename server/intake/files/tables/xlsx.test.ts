import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeXlsx } from '../fixtures/make-zip.ts';
import { withFiles } from '../fixtures/read-all.ts';
import { openSource } from '../source/open-source.ts';
import { openTable } from './open-table.ts';
import { SharedStrings } from './shared-strings.ts';
import { firstRows } from './table.ts';

test('[INT-11] a spreadsheet gives dates as ISO, numbers as shown, and the first sheet people see', async () => {
  const sheet = makeXlsx([
    ['Номер', 'Дата', 'Сумма', 'Клиент'],
    ['A & B', { date: 46348.60555555556 }, 0.1 + 0.2, 'Ёлкин'],
    ['', { date: 46349 }, 1234567.89],
    ['00012', '', 12345678901234, 'Ёлкин'],
  ]);
  await withFiles({ 'orders.xlsx': sheet }, async (folder) => {
    const source = await openSource(join(folder, 'orders.xlsx'));
    const table = await openTable(source.files[0]!);
    expect(table?.header).toEqual(['Номер', 'Дата', 'Сумма', 'Клиент']);
    expect(await firstRows(table!, 10)).toEqual({
      rows: [
        ['A & B', '2026-11-22T14:32:00', '0.3', 'Ёлкин'],
        ['', '2026-11-23', '1234567.89'],
        ['00012', '', '12345678901234', 'Ёлкин'],
      ],
      lines: [2, 3, 4],
    });
    await source.close();
  });
});

test('[INT-11] shared texts that do not fit in memory come back from the disk unchanged', async () => {
  await withFiles({}, async (folder) => {
    const strings = new SharedStrings(folder);
    for (let i = 0; i < 300_500; i += 1) strings.add(`текст ${i}`);
    const wanted = [0, 1_999, 2_000, 127_999, 128_000, 131_071, 299_999, 300_499, 5];
    expect(wanted.map((i) => strings.at(i))).toEqual(wanted.map((i) => `текст ${i}`));
    strings.close();
    await writeFile(join(folder, 'done'), '');
  });
});
