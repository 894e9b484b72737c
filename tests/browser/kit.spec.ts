/** The kit on its own page: accessible in both themes, and its list worked with keys, filters and views. */
import { expectAccessible } from './accessible.ts';
import { expect, test } from './house.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`[5.1] every part of the kit is accessible, ${colorScheme}`, async ({ inside: page, house }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${house.url}/ui`);
    await expect(page.getByRole('img', { name: /Sales by day/ }).locator('canvas')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: '30 дней' }).click();
    await page.getByRole('button', { name: 'Свои даты' }).click();
    await expect(page.getByRole('button', { name: 'Следующий месяц' })).toBeVisible();
    await expectAccessible(page);
  });
}

test('[5.1] a list is walked, ticked and opened by keyboard, and its panel is in the address', async ({ inside: page, house }) => {
  await page.goto(`${house.url}/ui`);
  const rows = page.getByRole('table', { name: 'Заказы' }).locator('tbody tr[aria-rowindex]');
  await expect(rows.first()).toContainText('48213000-01');
  for (const key of ['j', 'j', 'x', 'j', 'Space', 'Enter']) await page.keyboard.press(key);
  await expect(page).toHaveURL(/open=9998/);
  await expect(page.getByRole('region', { name: 'Действия с выбранными строками' })).toContainText('Выбрано 2');
  await page.keyboard.press('k');
  await expect(page).toHaveURL(/open=9999/);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/open=/);
});

test('[5.1] filters are chips of the address, a list of them is saved as a view', async ({ inside: page, house }) => {
  await page.goto(`${house.url}/ui`);
  await page.getByRole('button', { name: 'Фильтр', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Статус' }).click();
  await page.getByRole('checkbox', { name: 'Доставка' }).check();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/status=delivery/);
  await expect(page.getByText(/1\s667 строк/)).toBeVisible();
  await page.getByRole('button', { name: 'Сохранить вид' }).click();
  await page.getByLabel('Название вида').fill('В пути');
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await page.getByRole('button', { name: 'Крупные' }).click();
  await expect(page).toHaveURL(/total=500000/);
  await page.getByRole('button', { name: 'В пути', exact: true }).click();
  await expect(page).toHaveURL(/status=delivery/);
});

test('[5.1] a list says when it is empty, loading or broken', async ({ inside: page, house }) => {
  await page.goto(`${house.url}/ui?state=problem`);
  await expect(page.getByText('База данных перезапускается')).toBeVisible();
  await page.goto(`${house.url}/ui?q=zzzz`);
  await page.getByRole('button', { name: 'Сбросить фильтры' }).click();
  await expect(page).not.toHaveURL(/q=/);
});
