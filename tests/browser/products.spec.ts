/** People work with goods: the list with stock, the card with prices, sales and reviews, what the catalogue does not know. */
import { expectAccessible } from './accessible.ts';
import { expect, test } from './house.ts';
import { plain, send, tellShop } from './shop.ts';

test('[COL-2] the list tells price, cost and stock, and what is out of stock or has no cost', async ({ inside: page, house }) => {
  const { channelId } = await tellShop(page, house.url, 'products-list');
  await page.goto(`${house.url}/products?channel=${channelId}`);
  const rows = page.getByRole('table', { name: 'Товары' }).locator('tbody tr[aria-rowindex]');
  await expect(rows).toHaveCount(2);
  const kettle = rows.filter({ hasText: 'Чайник эмалированный' });
  expect(plain(await kettle.textContent())).toMatch(/products-list-kettle.*450,00 ₽.*200,00 ₽/);
  await page.goto(`${house.url}/products?channel=${channelId}&withoutCost=true`);
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('Кружка синяя');
  await expect(rows.first()).toContainText('Нет');
});

test('[COL-2] [CUS-7] the card shows offers, prices, stock, sales and reviews; a cost written by hand stays', async ({
  inside: page,
  house,
}) => {
  const { channelId, name } = await tellShop(page, house.url, 'products-card');
  const { rows } = await send<{ rows: { id: number; sku: string }[] }>(page, house.url, 'GET', `/products?channel=${channelId}`);
  const id = rows.find(({ sku }) => sku === 'products-card-cup')?.id;
  const kettle = rows.find(({ sku }) => sku === 'products-card-kettle')?.id;
  await page.goto(`${house.url}/products/${kettle}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Чайник эмалированный' })).toBeVisible();
  expect(plain(await page.getByRole('table', { name: 'Предложения на каналах' }).getByRole('row', { name }).textContent())).toContain(
    '450,00 ₽520,00 ₽',
  );
  await expect(page.getByRole('table', { name: 'Остатки по складам' }).getByRole('row', { name })).toContainText('7');
  await expect(page.getByText('Кипит быстро').first()).toBeVisible();
  await expect(page.getByRole('img', { name: 'Оценка 2 из 5' }).first()).toBeVisible();

  await page.goto(`${house.url}/products/${id}`);
  await page.getByRole('button', { name: 'Изменить' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Изменить товар' });
  await dialog.getByRole('textbox', { name: 'Себестоимость' }).fill('125,50');
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/125,50\s₽/).first()).toBeVisible();
  await tellShop(page, house.url, 'products-card');
  await page.reload();
  await expect(page.getByText(/125,50\s₽/).first()).toBeVisible();
});

test('[SYN-8] goods that the catalogue does not know are listed with their orders', async ({ inside: page, house }) => {
  const { name } = await tellShop(page, house.url, 'products-unknown');
  await page.goto(`${house.url}/products`);
  await page.getByRole('link', { name: /неизвестн/ }).click();
  const row = page.getByRole('row', { name: new RegExp(`ZZ-9.*${name}`) });
  await expect(row).toContainText('Чайник подарочный');
  await row.getByRole('button', { name: 'Указать товар' }).click();
  await page.getByRole('combobox', { name: 'Товар в каталоге' }).fill('products-unknown-cup');
  await page.getByRole('option', { name: 'Кружка синяя · products-unknown-cup' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Указать товар' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(row).toBeHidden();
});

test('[TRN-2] goods and stock can be used by anyone, in the light and in the dark', async ({ inside: page, house }) => {
  const { channelId } = await tellShop(page, house.url, 'products-anyone');
  const { rows } = await send<{ rows: { id: number }[] }>(page, house.url, 'GET', `/products?channel=${channelId}`);
  for (const theme of ['light', 'dark']) {
    await page.evaluate((value) => localStorage.setItem('prilavok.theme', value), theme);
    for (const screen of [
      `/products?channel=${channelId}&open=${rows[0]?.id}`,
      `/products/${rows[0]?.id}`,
      '/products/unknown',
      `/stock?channel=${channelId}`,
    ]) {
      await page.goto(house.url + screen);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      await expectAccessible(page);
    }
  }
});
