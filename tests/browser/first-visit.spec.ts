/** A person opens a fresh installation: the wizard speaks their language and can be used by anyone. */
import { readFileSync } from 'node:fs';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './house.ts';

const languages = { ru: 'Русский', uk: 'Українська', en: 'English' };

function headingIn(language: string): string {
  return JSON.parse(readFileSync(`contract/words/app/${language}.json`, 'utf8')).welcome.companyTitle;
}

test('[OPS-2] [OPS-4] the first visit leads to the wizard, in three languages', async ({ page, freshHouse }) => {
  await page.goto(freshHouse.url);
  await expect(page).toHaveURL(/\/welcome/);
  for (const [language, itself] of Object.entries(languages)) {
    await page.getByText(itself, { exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(headingIn(language));
    await expectAccessible(page);
  }
});
