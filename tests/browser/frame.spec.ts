/** The frame around every screen: search, keys, language, theme, what happens when the server or the session is gone. */
import { expectAccessible } from './accessible.ts';
import { expect, owner, test } from './house.ts';

test('[5.2] the menu shows what is built and leads there; unknown addresses stay in the frame', async ({
  inside: page,
  house,
  complaints,
}) => {
  const menu = page.getByRole('navigation', { name: 'Главное меню' });
  await menu.getByRole('link', { name: 'Настройки', exact: true }).click();
  await expect(page).toHaveURL(/\/settings\/\w+/);
  await expect(menu.getByRole('link', { name: 'Маркетинг' })).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('[');
  await expect(menu.getByRole('button', { name: 'Развернуть меню' })).toBeVisible();
  await page.keyboard.press('[');
  await page.goto(`${house.url}/no/such/screen`);
  await expect(page.getByRole('heading', { name: 'Такого экрана нет' })).toBeVisible();
  await expectAccessible(page);
  complaints.length = 0;
});

test('[5.1] Ctrl+K finds screens, question mark lists the keys, g and a letter go', async ({ inside: page }) => {
  await expect(page.getByRole('navigation', { name: 'Главное меню' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Поиск' }).fill('ключи');
  await expect(page.getByRole('option', { name: /Ключи API/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/settings\/keys/);
  await page.locator('body').press('?');
  const keys = page.getByRole('dialog', { name: 'Сочетания клавиш' });
  await expect(keys).toContainText('Следующая строка');
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect(page).toHaveURL(/\/today/);
});

test('[5.1] [5.3] the language changes without a reload and is remembered with the person; so is the theme', async ({
  inside: page,
  house,
}) => {
  await page.goto(`${house.url}/settings/appearance`);
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  for (const [language, title] of [
    ['Українська', 'Зовнішній вигляд'],
    ['English', 'Appearance'],
    ['Русский', 'Внешний вид'],
  ] as const) {
    await page.getByText(language, { exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expectAccessible(page);
  }
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  await page.getByText('Тёмная', { exact: true }).click();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expectAccessible(page);
  await page.getByText('Светлая', { exact: true }).click();
});

test('[SEC-1] a session that ends is renewed over the screen, and what was typed stays', async ({ inside: page, house, complaints }) => {
  await page.goto(`${house.url}/settings/account`);
  const name = page.getByLabel('Ваше имя');
  await name.fill('Ольга Петровна');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Сохранить' }).click();
  const again = page.getByRole('dialog', { name: 'Сеанс закончился' });
  await again.getByLabel('Почта').fill(owner.email);
  await again.getByRole('textbox', { name: 'Пароль' }).fill(owner.password);
  await again.getByRole('button', { name: 'Войти' }).click();
  await expect(again).toBeHidden();
  await expect(name).toHaveValue('Ольга Петровна');
  complaints.length = 0;
});

test('[5.1] a server that does not answer is said, and unsaid when it answers again', async ({ inside: page, house, complaints }) => {
  await page.goto(`${house.url}/settings/account`);
  await expect(page.getByLabel('Ваше имя')).toBeVisible();
  await page.route('**/api/v1/**', (route) => route.abort());
  await page.route('**/healthz', (route) => route.abort());
  await page.getByLabel('Ваше имя').fill('Ольга');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  const notice = page.getByText('Нет связи с сервером');
  await expect(notice).toBeVisible();
  await page.unrouteAll();
  await expect(notice).toBeHidden();
  complaints.length = 0;
});

test('[5.1] on a phone the menu is under the thumb', async ({ inside: page, house }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${house.url}/settings/team`);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ещё' }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Журнал действий' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Журнал действий');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
