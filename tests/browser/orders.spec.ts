/** People work with orders: the list with its sums and views, the card with stages and money, many at once, by mouse and by keyboard. */
import { expectAccessible } from './accessible.ts';
import { expect, owner, test } from './house.ts';
import { plain, send, tellShop } from './shop.ts';

const themes = ['light', 'dark'] as const;

test('[COL-2] [ORD-4] the list sums what it shows, filters by chips and leads to the card by keyboard', async ({ inside: page, house }) => {
  const { channelId } = await tellShop(page, house.url, 'orders-list');
  await page.goto(`${house.url}/orders?channel=${channelId}`);
  const rows = page.getByRole('table', { name: 'Заказы' }).locator('tbody tr[aria-rowindex]');
  await expect(rows).toHaveCount(4);
  await expect(page.getByText(/^4\sзаказа$/)).toBeVisible();
  await expect(page.getByText(/2\s550,00\s₽/)).toBeVisible();
  await expect(rows.first()).toContainText('A-4');
  expect(plain(await rows.nth(3).textContent())).toContain('1 000,00 ₽');

  await page.getByRole('columnheader', { name: 'Сумма' }).getByRole('button').click();
  await expect(rows.first()).toContainText('A-1');
  await page.goto(`${house.url}/orders?channel=${channelId}&returned=true`);
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('A-2');
  await page.getByRole('button', { name: 'Убрать фильтр «Есть возврат»' }).click();
  await expect(rows).toHaveCount(4);

  await page.locator('body').press('j');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Подробности' });
  await expect(panel.getByRole('heading', { name: 'A-4' })).toBeVisible();
  await page.keyboard.press('j');
  await expect(panel.getByRole('heading', { name: 'A-3' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
});

test('[ORD-2] [ORD-4] a move along the stages stands in the history with its author and can be taken back', async ({
  inside: page,
  house,
}) => {
  const { channelId } = await tellShop(page, house.url, 'orders-stages');
  const { rows } = await send<{ rows: { id: number }[] }>(page, house.url, 'GET', `/orders?channel=${channelId}&q=A-1`);
  await page.goto(`${house.url}/orders/${rows[0]?.id}`);
  const stages = page.getByRole('list', { name: 'Этапы заказа' });
  await expect(stages.locator('[aria-current=step]')).toContainText('Новый');
  await expect(stages.getByRole('button', { name: 'Выполнен' })).toBeDisabled();
  await stages.getByRole('button', { name: 'Согласование' }).click();
  await expect(stages.locator('[aria-current=step]')).toContainText('Согласование');
  const history = page.getByRole('region', { name: 'История' }).last();
  await expect(history.getByRole('listitem').first()).toContainText('Согласование');
  await expect(history.getByRole('listitem').first()).toContainText(owner.name);
  await page.getByRole('alert').getByRole('button', { name: 'Отменить' }).click();
  await expect(stages.locator('[aria-current=step]')).toContainText('Новый');
  await expect(history.getByRole('listitem').first()).toContainText('Принят');
});

test('[COL-2] [COL-12] [ORD-4] the card shows lines, money, margin, payment, delivery and what came back', async ({
  inside: page,
  house,
}) => {
  const { channelId } = await tellShop(page, house.url, 'orders-card');
  const { rows } = await send<{ rows: { id: number; number: string }[] }>(page, house.url, 'GET', `/orders?channel=${channelId}`);
  const idOf = (number: string) => rows.find((row) => row.number === number)?.id;
  await page.goto(`${house.url}/orders/${idOf('A-1')}`);
  const lines = page.getByRole('table', { name: 'Состав заказа' });
  await expect(lines.locator('tbody tr')).toHaveCount(2);
  expect(plain(await lines.locator('tbody tr').first().textContent())).toMatch(/2 × 450,00 ₽.*−50,00 ₽.*850,00 ₽.*300,00 ₽/);
  expect(plain(await lines.locator('tfoot').textContent())).toMatch(/1 000,00 ₽.*450,00 ₽/);
  const money = page.locator('dl').filter({ hasText: 'Итого' });
  const sums = plain(await money.textContent());
  expect(sums).toContain('Товары900,00 ₽Скидка−50,00 ₽Доставка150,00 ₽Итого1 000,00 ₽Оплачено1 000,00 ₽');
  expect(sums).toContain('450,00 ₽ 45 %');
  await expect(page.getByText('Просрочен', { exact: true })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Оплаты' })).toContainText('Карта');

  await page.goto(`${house.url}/orders/${idOf('A-2')}`);
  const unknown = lines.getByRole('button', { name: 'неизвестна' }).first();
  await unknown.hover();
  await expect(page.getByRole('tooltip')).toHaveText('Посчитать нельзя. Неизвестно: комиссия, логистика');
  expect(plain(await page.getByRole('table', { name: 'Возврат R-1' }).textContent())).toMatch(/к строке 1.*−1.*−450,00 ₽/);
});

test('[SYN-8] an order with unknown goods says so and heals once they are pointed out', async ({ inside: page, house }) => {
  const { channelId } = await tellShop(page, house.url, 'orders-heal');
  const { rows } = await send<{ rows: { id: number }[] }>(page, house.url, 'GET', `/orders?channel=${channelId}&flag=unknown_product`);
  expect(rows).toHaveLength(1);
  await page.goto(`${house.url}/orders/${rows[0]?.id}`);
  await page.getByRole('button', { name: 'Указать товар' }).click();
  const dialog = page.getByRole('dialog', { name: 'Какой это товар?' });
  await dialog.getByRole('combobox', { name: 'Товар в каталоге' }).fill('orders-heal-kettle');
  await page.getByRole('option', { name: 'Чайник эмалированный · orders-heal-kettle' }).click();
  await dialog.getByRole('button', { name: 'Указать товар' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Указать товар' })).toBeHidden();
  await expect(page.getByRole('table', { name: 'Состав заказа' }).getByRole('link', { name: 'Чайник эмалированный' })).toBeVisible();
});

test('[CUS-7] [ORD-9] many orders are tagged at once; a custom field is filled and filtered by', async ({ inside: page, house }) => {
  const { channelId } = await tellShop(page, house.url, 'orders-bulk');
  await page.goto(`${house.url}/orders?channel=${channelId}`);
  const rows = page.getByRole('table', { name: 'Заказы' }).locator('tbody tr[aria-rowindex]');
  await expect(rows).toHaveCount(4);
  await page.getByRole('checkbox', { name: 'Выбрать все загруженные строки' }).check();
  const bar = page.getByRole('region', { name: 'Действия с выбранными строками' });
  await expect(bar).toContainText('Выбрано 4');
  await bar.getByRole('button', { name: 'Метки' }).click();
  const dialog = page.getByRole('dialog', { name: 'Метки 4 заказов' });
  await dialog.getByRole('combobox', { name: 'Добавить метки' }).fill('подарок');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Применить' }).click();
  await expect(page.getByText('Изменено 4 заказа')).toBeVisible();
  await page.goto(`${house.url}/orders?channel=${channelId}&tag=подарок`);
  await expect(rows).toHaveCount(4);

  await send(page, house.url, 'POST', '/fields', { object: 'orders', key: 'wrap', type: 'text', labels: { ru: 'Упаковка' } });
  await rows.first().getByRole('link', { name: 'A-4' }).click();
  const panel = page.getByRole('complementary', { name: 'Подробности' });
  await page.reload();
  await panel.getByRole('button', { name: 'Изменить' }).click();
  await page.getByRole('dialog', { name: 'Свои поля' }).getByRole('textbox', { name: 'Упаковка' }).fill('лента');
  await page.getByRole('dialog', { name: 'Свои поля' }).getByRole('button', { name: 'Сохранить' }).click();
  await expect(panel.getByText('лента').first()).toBeVisible();
  await page.goto(`${house.url}/orders?channel=${channelId}&field.wrap=лента`);
  await expect(rows).toHaveCount(1);
});

test('[ORD-4] a list as one likes it is saved as a view and shared', async ({ inside: page, house }) => {
  const { channelId } = await tellShop(page, house.url, 'orders-views');
  await page.goto(`${house.url}/orders?channel=${channelId}&statusGroup=new`);
  await page.getByRole('button', { name: 'Сохранить вид' }).click();
  await page.getByRole('textbox', { name: 'Название вида' }).fill('Новые лавки');
  await page.getByRole('checkbox', { name: 'Показывать всей команде' }).check();
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  const tab = page.getByRole('group', { name: 'Виды' }).getByRole('button', { name: 'Новые лавки', exact: true });
  await expect(tab).toHaveAttribute('aria-pressed', 'true');
  const views = await send<{ name: string; isShared: boolean }[]>(page, house.url, 'GET', '/views?list=orders');
  expect(views.find((view) => view.name === 'Новые лавки')?.isShared).toBe(true);
  await page.goto(`${house.url}/orders`);
  await tab.click();
  await expect(page).toHaveURL(new RegExp(`channel=${channelId}&statusGroup=new`));
  await page.getByRole('button', { name: 'Убрать вид «Новые лавки»' }).click();
  await expect(tab).toBeHidden();
});

test('[ORD-2] a status that nobody knows is given its group, and its orders follow', async ({ inside: page, house }) => {
  const { channelId } = await tellShop(page, house.url, 'orders-statuses');
  await page.goto(`${house.url}/settings/statuses`);
  const table = page.getByRole('table', { name: 'Лавка orders-statuses' });
  await expect(table.getByRole('row', { name: /Ждём звонка/ })).toContainText('Группа не указана');
  await table.getByRole('combobox', { name: 'Группа статуса «Ждём звонка»' }).click();
  await page.getByRole('option', { name: 'Согласование' }).click();
  await expect(table.getByRole('row', { name: /Ждём звонка/ })).not.toContainText('Группа не указана');
  await expect
    .poll(
      async () =>
        (await send<{ rows: unknown[] }>(page, house.url, 'GET', `/orders?channel=${channelId}&statusGroup=approval`)).rows.length,
    )
    .toBe(1);
});

test('[TRN-2] orders can be used by anyone, in the light and in the dark, on a phone too', async ({ inside: page, house }) => {
  const { channelId } = await tellShop(page, house.url, 'orders-anyone');
  const { rows } = await send<{ rows: { id: number }[] }>(page, house.url, 'GET', `/orders?channel=${channelId}&q=A-2`);
  const screens = [
    `/orders?channel=${channelId}&open=${rows[0]?.id}`,
    `/orders/${rows[0]?.id}`,
    '/settings/statuses',
    '/settings/connections',
  ];
  for (const theme of themes) {
    await page.evaluate((value) => localStorage.setItem('prilavok.theme', value), theme);
    for (const screen of screens) {
      await page.goto(house.url + screen);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      await expectAccessible(page);
    }
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${house.url}/orders?channel=${channelId}`);
  await page.getByRole('list', { name: 'Заказы' }).getByRole('button').first().click();
  await expect(page.getByRole('heading', { name: 'A-4' })).toBeVisible();
  await expectAccessible(page);
});
