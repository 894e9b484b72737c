import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readAll, recordsOf, sumOf } from '../../fixtures/read-all.ts';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));

test('[INT-11] bitrix24: deals become orders with their goods, or with one line for the sum', async () => {
  const result = await readAll(join(fixtures, 'deals-windows-1251.csv'), 'bitrix24');
  const orders = recordsOf(result, 'order');
  expect(orders).toMatchObject([
    {
      externalId: '501',
      statusGroup: 'done',
      currency: 'RUB',
      buyer: { externalId: '77', name: 'Сидоров Сергей Петрович' },
      lines: [
        { name: 'Кружка', quantity: 3, total: 150_000 },
        { name: 'Чайник', quantity: 1, total: 100_000 },
      ],
      changedAt: '2026-08-30T07:15:00.000Z',
    },
    { externalId: '502', statusGroup: 'cancelled', lines: [{ name: 'Консультация', quantity: 1, total: 90_000 }] },
  ]);
  expect(sumOf(orders)).toBe(340_000);
  expect(result.bad).toMatchObject([{ line: 5, column: 'Валюта', reason: 'not_a_currency' }]);
});

test('[INT-11] bitrix24: contacts become customers', async () => {
  const customers = recordsOf(await readAll(join(fixtures, 'contacts.csv'), 'bitrix24'), 'customer');
  expect(customers).toMatchObject([
    { externalId: '77', name: 'Сидоров Сергей Петрович', phone: '8 900 222-33-44', company: { name: 'ООО «Ромашка»' } },
    { externalId: '78', name: 'Ким Ольга', email: 'kim@example.com' },
  ]);
});
