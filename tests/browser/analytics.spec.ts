/** Figures on screens: to the kopeck, each with the way to exactly the rows it was counted from; goods day by day; the first screen of the day. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { company, expect, test } from './house.ts';
import { plain, send, tellShop } from './shop.ts';

const themes = ['light', 'dark'] as const;

/** The price label of a figure. */
const tile = (page: Page, title: string) =>
  page
    .locator('main div', { has: page.getByRole('button', { name: title, exact: true }) })
    .filter({ hasNotText: 'Этот период' })
    .last()
    .locator('..');

const orderRows = (page: Page) => page.getByRole('table', { name: 'Заказы' }).locator('tbody tr[aria-rowindex]');

/** A shop whose records have arrived in the figures. */
async function countedShop(page: Page, url: string, code: string): Promise<number> {
  const { channelId } = await tellShop(page, url, code);
  const [from, to] = [8, 0].map((days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10));
  const sales = async () =>
    (await send<{ sales: { value: number } }>(page, url, 'GET', `/analytics/kpi?from=${from}&to=${to}&channel=${channelId}`)).sales.value;
  await expect.poll(sales, { timeout: 30_000 }).toBe(210_000);
  return channelId;
}

async function expectAccessibleInBothThemes(page: Page): Promise<void> {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
}

test('[ANL-1] key figures to the kopeck, each a way to its orders', async ({ inside: page, house }) => {
  const channelId = await countedShop(page, house.url, 'kpi');
  const address = `${house.url}/analytics?channel=${channelId}&period=7d`;
  await page.goto(address);
  await expect(tile(page, 'Продажи')).toContainText(/2\s100\s₽/);
  await expect(tile(page, 'Продажи')).toContainText(/по 4\sзаказам/);
  await expect(tile(page, 'Средний чек')).toContainText(/638\s₽/);
  await expect(tile(page, 'Конверсия сайта')).toContainText('Нет данных');
  await expect(tile(page, 'Возвраты')).toContainText(/450\s₽/);
  await expect(tile(page, 'Новые покупатели').getByRole('link')).toHaveAttribute('href', /\/customers\?firstOrder=/);
  await expectAccessibleInBothThemes(page);

  await page.getByRole('button', { name: 'Продажи', exact: true }).hover();
  await expect(page.getByRole('tooltip')).toContainText('минус возвраты');
  await tile(page, 'Продажи').getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/orders\\?placed=.*statusGroup=done.*channel=${channelId}`));
  await expect(orderRows(page)).toHaveCount(4);

  await page.goto(address);
  await tile(page, 'Возвраты').getByRole('link').click();
  await expect(orderRows(page)).toHaveCount(1);
  await expect(orderRows(page).first()).toContainText('A-2');
});

test('[ANL-1] the same figures of a category, and without a comparison', async ({ inside: page, house }) => {
  const channelId = await countedShop(page, house.url, 'kpi-category');
  await page.goto(`${house.url}/analytics/kpi?channel=${channelId}&period=7d&compare=none`);
  await expect(tile(page, 'Продажи')).toContainText(/2\s100\s₽/);
  await page.getByRole('combobox', { name: 'Категория' }).click();
  await page.getByRole('option', { name: 'Посуда / Чайники' }).click();
  await expect(page).toHaveURL(/category=\d+/);
  await expect(tile(page, 'Продажи')).toContainText(/850\s₽/);
  await expect(tile(page, 'Заказы')).toContainText('2');
  await page.getByRole('link', { name: 'Товары', exact: true }).click();
  await expect(page).toHaveURL(/\/analytics\/products\?.*category=\d+/);
});

test('[ANL-2] goods with units, revenue and returns; picked ones day by day; the table as a file', async ({ inside: page, house }) => {
  const channelId = await countedShop(page, house.url, 'goods');
  await page.goto(`${house.url}/analytics/products?channel=${channelId}&period=7d`);
  const kettle = page.getByRole('table', { name: 'Товары за период' }).getByRole('row', { name: /Чайник эмалированный/ });
  await expect(kettle).toBeVisible();
  expect(plain(await kettle.textContent())).toContain('31 300,00 ₽33,3 %');
  await page.getByRole('button', { name: 'Заказано штук: Таблицей' }).click();
  const days = page.getByRole('region', { name: 'Заказано штук' }).getByRole('table');
  await expect(days.locator('tbody tr')).toHaveCount(7);
  await expect(days.getByRole('cell', { name: '2', exact: true })).toHaveCount(1);
  await page.getByRole('button', { name: 'Убрать «Кружка синяя» с графиков' }).click();
  await expect(page).toHaveURL(/pick=\d+$/);
  await expectAccessibleInBothThemes(page);

  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Товары за период: Сохранить в CSV' }).click();
  const download = await file;
  expect(download.suggestedFilename()).toBe('Товары за период.csv');
  expect(await readFile(await download.path(), 'utf8')).toContain('Чайник эмалированный;goods-kettle;Посуда / Чайники;3;1300;1;0,3333;');
  await kettle.getByRole('link', { name: 'Чайник эмалированный' }).click();
  await expect(page).toHaveURL(/\/products\/\d+/);
});

test('[ANL-1] sales by region lead to the orders of the region', async ({ inside: page, house }) => {
  const channelId = await countedShop(page, house.url, 'splits');
  await page.goto(`${house.url}/analytics/sales?channel=${channelId}&period=7d`);
  const region = page.getByRole('table', { name: 'Регион' }).getByRole('row', { name: /Тверская область/ });
  await expect(region).toContainText(/850,00\s₽/);
  await expectAccessibleInBothThemes(page);
  await region.getByRole('link').click();
  await expect(orderRows(page)).toHaveCount(1);
  await expect(orderRows(page).first()).toContainText('A-1');
});

test('[ANL-4] [OPS-2] [OPS-4] Today: doors first, then the day, what burns and who buys', async ({ page, freshHouse: { url } }) => {
  await send(page, url, 'POST', '/setup', company);
  await page.goto(`${url}/today`);
  await expect(page.getByRole('heading', { name: 'Загрузите свои заказы' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Что дальше' })).toBeVisible();
  await expectAccessibleInBothThemes(page);

  await tellShop(page, url, 'today');
  await tellOrderOfNow(page, url);
  const seen = () => send<{ sales: { value: number } }>(page, url, 'GET', '/today').then(({ sales }) => sales.value);
  await expect.poll(seen, { timeout: 30_000 }).toBe(123_400);
  await page.reload();
  await expect(tile(page, 'Продажи сегодня')).toContainText(/1\s234\s₽/);
  await expect(page.getByText(/^Данные на \d\d:\d\d$/)).toBeVisible();
  const newcomers = page.getByRole('row', { name: /Новые/ });
  await expect(newcomers).toContainText(/4.*5.*3\s334\s₽/);
  await expectAccessibleInBothThemes(page);
  await newcomers.getByRole('link').click();
  await expect(page.getByRole('table', { name: 'Клиенты' }).locator('tbody tr[aria-rowindex]')).toHaveCount(4);
  await page.goBack();

  await page.getByRole('link', { name: '4 новых заказа ждут обработки' }).click();
  await expect(page).toHaveURL(/\/orders\?statusGroup=new/);
  await expect(orderRows(page)).toHaveCount(4);
  await page.goBack();
  await page.getByRole('link', { name: '1 заказ просрочен' }).click();
  await expect(orderRows(page)).toHaveCount(1);
  await expect(orderRows(page).first()).toContainText('A-1');
  await page.goto(`${url}/today`);
  await tile(page, 'Продажи сегодня').getByRole('link').click();
  await expect(orderRows(page)).toHaveCount(1);
  await expect(orderRows(page).first()).toContainText('T-1');
});

async function tellOrderOfNow(page: Page, url: string): Promise<void> {
  const placedAt = new Date(Date.now() - 1000).toISOString();
  const line = { productExternalId: 'K-1', name: 'Чайник эмалированный', quantity: 1, price: 123_400, total: 123_400 };
  const order = {
    kind: 'order',
    externalId: 'T-1',
    placedAt,
    status: 'Принят',
    statusGroup: 'new',
    currency: 'RUB',
    buyer: { externalId: 'glafira' },
  };
  await send(page, url, 'POST', '/records', { channel: { code: 'today', kind: 'api' }, records: [{ ...order, lines: [line] }] });
}
