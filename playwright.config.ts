/** How the browser tests run: one after the other, over the product started as its users start it. */
import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/browser/chromium.ts';

const { executablePath, args, env } = await findChromium();

export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    headless: true,
    viewport: { width: 1366, height: 850 },
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    // What is measured and clicked stands still.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args, env: { ...process.env, ...env }, chromiumSandbox: process.getuid?.() !== 0 },
  },
});
