/** What every browser test starts from: a running house, a page in it, and no complaint in the console of the browser. */
import { test as base, expect, type Page } from '@playwright/test';
import { type RunningServer, startServer } from '../rig/start-server.ts';

export { expect };

export const owner = { name: 'Ольга Лавкина', email: 'olga@example.com', password: 'kettle-harbour-93' };

export const company = { company: 'Лавка', currency: 'RUB', timeZone: 'Europe/Moscow', country: 'RU', language: 'ru', owner };

interface PerWorker {
  /** An installation with a company and its owner, shared by the tests of a run. */
  house: RunningServer;
}

interface PerTest {
  /** An installation that nobody has entered yet, for this test alone. */
  freshHouse: RunningServer;
  /** The shared house, open in the browser of its owner. */
  inside: Page;
  /** What the browser complained of; a test that provokes a complaint empties it, any other fails on one. */
  complaints: string[];
}

export const test = base.extend<PerTest, PerWorker>({
  house: [
    async ({ playwright: _ }, use) => {
      const server = await startServer();
      await post(server.url, '/api/v1/setup', company);
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  freshHouse: [
    async ({ page }, use) => {
      const server = await startServer();
      await use(server);
      // A screen that is still open would ask a server that is gone, and complain.
      await page.goto('about:blank');
      await server.stop();
    },
    { timeout: 120_000 },
  ],
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
  inside: async ({ page, house }, use) => {
    await signIn(page, house.url);
    await page.goto(house.url);
    await use(page);
  },
});

/** Gives the browser a session without walking through the form. */
export async function signIn(page: Page, url: string, who: { email: string; password: string } = owner): Promise<void> {
  const answer = await page.request.post(`${url}/api/v1/session`, { data: { email: who.email, password: who.password } });
  expect(answer.status(), await answer.text()).toBe(200);
}

async function post(url: string, path: string, body: unknown): Promise<void> {
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
}
