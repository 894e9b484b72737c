/** The settings: team and invitations, keys, custom fields, the log of it all, two-step sign-in, and the wizard that comes before. */
import { createHmac } from 'node:crypto';
import { expectAccessible } from './accessible.ts';
import { expect, owner, test } from './house.ts';

const screens = ['company', 'team', 'fields', 'keys', 'audit', 'account', 'appearance'];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`[SEC-1] every settings screen is accessible, ${colorScheme}`, async ({ inside: page, house }) => {
    await page.emulateMedia({ colorScheme });
    for (const screen of screens) {
      await page.goto(`${house.url}/settings/${screen}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
    }
  });
}

test('[OPS-4] the wizard makes a company with an owner and leads to the doors', async ({ page, freshHouse }) => {
  await page.goto(freshHouse.url);
  await page.getByRole('button', { name: 'Дальше' }).click();
  await expect(page.getByText('Заполните это поле')).toBeVisible();
  await page.getByLabel('Компания').fill('ООО «Тёплый дом»');
  await page.getByRole('button', { name: 'Дальше' }).click();
  await page.getByLabel('Ваше имя').fill('Анна Кузнецова');
  await page.getByLabel('Почта').fill('anna@example.com');
  await page.getByRole('textbox', { name: 'Пароль' }).fill('short');
  await page.getByRole('button', { name: 'Дальше' }).click();
  await expect(page.getByText('Пароль слишком короткий')).toBeVisible();
  await page.getByRole('textbox', { name: 'Пароль' }).fill('kettle-harbour-93');
  await page.getByRole('button', { name: 'Дальше' }).click();
  await page.getByText('Ozon', { exact: true }).click();
  await page.getByText('Возвраты и невыкуп').click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Открыть Прилавок' }).click();
  await expect(page).toHaveURL(/\/start/);
  await expect(page.getByText('Загрузите заказы: Ozon')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Открыть демо-магазин' })).toBeVisible();
  await expectAccessible(page);
});

test('[SEC-1] a person is invited by a link, joins, and sees what the role allows', async ({ inside: page, house, browser }) => {
  await page.goto(`${house.url}/settings/team`);
  await page.getByRole('button', { name: 'Пригласить' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Почта').fill('reader@example.com');
  await dialog.getByRole('radio', { name: 'Только просмотр' }).check();
  await dialog.getByRole('button', { name: 'Создать ссылку' }).click();
  const link = await page.getByRole('textbox', { name: 'Ссылка' }).inputValue();
  const other = await browser.newPage({ locale: 'ru-RU' });
  await other.goto(link);
  await expect(other.getByText('Лавка')).toBeVisible();
  await other.getByLabel('Ваше имя').fill('Ирина Читалова');
  await other.getByRole('textbox', { name: 'Пароль' }).fill('lantern-meadow-17');
  await other.getByRole('button', { name: 'Войти в команду' }).click();
  const menu = other.getByRole('navigation', { name: 'Главное меню' });
  await expect(menu).toBeVisible();
  await other.goto(`${house.url}/settings`);
  await expect(menu.getByRole('link', { name: 'Команда' })).toBeVisible();
  await expect(menu.getByRole('link', { name: 'Ключи API' })).toHaveCount(0);
  await other.close();
  await page.reload();
  await page.getByRole('button', { name: 'Действия: Ирина Читалова' }).click();
  await page.getByRole('menuitem', { name: 'Закрыть вход' }).click();
  await expect(page.getByRole('row', { name: /Ирина Читалова/ })).toContainText('Вход закрыт');
  await page.getByRole('button', { name: 'Отменить' }).click();
  await expect(page.getByRole('row', { name: /Ирина Читалова/ })).not.toContainText('Вход закрыт');
});

test('[SEC-1] a key is shown once, works, stands in the log and is revoked', async ({ inside: page, house }) => {
  await page.goto(`${house.url}/settings/keys`);
  await page.getByRole('button', { name: 'Создать ключ' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Для чего ключ').fill('Обмен с 1С');
  await dialog.getByRole('checkbox', { name: 'Видеть заказы' }).check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Создать ключ' }).click();
  const key = await dialog.getByRole('textbox', { name: 'Ключ', exact: true }).inputValue();
  const answer = await page.request.get(`${house.url}/api/v1/orders`, { headers: { authorization: `Bearer ${key}` } });
  expect(answer.status()).toBe(200);
  await dialog.getByRole('button', { name: 'Готово' }).click();
  await page
    .getByRole('row', { name: /Обмен с 1С/ })
    .getByRole('button', { name: 'Отозвать' })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Отозвать' }).click();
  await expect(page.getByText('Обмен с 1С')).toHaveCount(0);
  await page.goto(`${house.url}/settings/audit`);
  await page.getByRole('link', { name: 'Ключ API создан' }).first().click();
  await expect(page.getByRole('complementary', { name: 'Подробности' })).toContainText('Обмен с 1С');
});

test('[CUS-7] a custom field is added, changed, and comes back after it was put away', async ({ inside: page, house, complaints }) => {
  await page.goto(`${house.url}/settings/fields`);
  await page.getByRole('button', { name: 'Добавить поле' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Русский').fill('Размер обуви');
  await dialog.getByRole('textbox', { name: 'Ключ' }).fill('Shoe size');
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Ключ' })).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByRole('textbox', { name: 'Ключ' }).fill('shoe_size');
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByRole('row', { name: /Размер обуви/ })).toContainText('shoe_size');
  await page.getByRole('button', { name: 'Изменить: Размер обуви' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Убрать поле' }).click();
  await expect(page.getByRole('row', { name: /Размер обуви/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Отменить' }).click();
  await expect(page.getByRole('row', { name: /Размер обуви/ })).toBeVisible();
  complaints.length = 0;
});

test('[SEC-1] two-step sign-in is turned on with a phone, asked for at the door, and turned off', async ({
  inside: page,
  house,
  complaints,
}) => {
  await page.goto(`${house.url}/settings/account`);
  const section = page.locator('section', { has: page.getByRole('heading', { name: 'Двухэтапный вход' }) });
  await section.getByRole('textbox', { name: 'Текущий пароль' }).fill(owner.password);
  await section.getByRole('button', { name: 'Включить' }).click();
  const secret = (await section.locator('code').first().textContent()) ?? '';
  await expectAccessible(page);
  await section.getByLabel('Код из приложения').fill(codeOf(secret, 0));
  await section.getByRole('button', { name: 'Подтвердить' }).click();
  await expect(section.getByText('Коды восстановления')).toBeVisible();
  await page.getByRole('button', { name: /Профиль/ }).click();
  await page.getByRole('menuitem', { name: 'Выйти' }).click();
  await page.getByLabel('Почта').fill(owner.email);
  await page.getByRole('textbox', { name: 'Пароль' }).fill(owner.password);
  await page.getByRole('button', { name: 'Войти' }).click();
  // A code serves once; the next one is accepted a little early.
  await page.getByLabel('Код из приложения').fill(codeOf(secret, 1));
  await page.getByRole('button', { name: 'Войти' }).click();
  await expect(page.getByRole('navigation', { name: 'Главное меню' })).toBeVisible();
  await page.goto(`${house.url}/settings/account`);
  await section.getByRole('textbox', { name: 'Текущий пароль' }).fill(owner.password);
  await section.getByRole('button', { name: 'Выключить' }).click();
  await expect(section.getByText('Выключен', { exact: true })).toBeVisible();
  complaints.length = 0;
});

/** The six digits that an authenticator shows `steps` half-minutes from now (RFC 6238). */
function codeOf(secret: string, steps: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replace(/[\s=]/g, '')].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0');
}
