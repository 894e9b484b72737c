/** A small shop of one channel, told through the API: what the tests of orders and products look at. Every figure is chosen to be checked by head. */
import { expect, type Page } from '@playwright/test';

export interface Shop {
  channelId: number;
  name: string;
}

const day = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * day).toISOString();

const products = (code: string) => [
  {
    kind: 'product',
    externalId: 'K-1',
    sku: `${code}-kettle`,
    name: 'Чайник эмалированный',
    brand: 'Лысьва',
    category: ['Посуда', 'Чайники'],
    currency: 'RUB',
    price: 45_000,
    oldPrice: 52_000,
    cost: 20_000,
    stock: { main: 7 },
    changedAt: ago(30),
  },
  {
    kind: 'product',
    externalId: 'C-1',
    sku: `${code}-cup`,
    name: 'Кружка синяя',
    category: ['Посуда', 'Кружки'],
    currency: 'RUB',
    price: 30_000,
    stock: { main: 0 },
    changedAt: ago(30),
  },
];

const kettle = { productExternalId: 'K-1', name: 'Чайник эмалированный', price: 45_000 };

const orders = [
  {
    kind: 'order',
    externalId: 'A-1',
    placedAt: ago(4),
    status: 'Принят',
    statusGroup: 'new',
    currency: 'RUB',
    buyer: { externalId: 'anna', name: 'Анна Ковалёва', email: 'anna.kovaleva@example.com' },
    lines: [
      { ...kettle, quantity: 2, discount: 5000, total: 85_000, cost: 40_000, commission: 8500, logistics: 6500 },
      { kind: 'delivery', name: 'Курьер', quantity: 1, price: 15_000, total: 15_000 },
    ],
    delivery: { method: 'Курьер', city: 'Тверь', region: 'Тверская область', promisedAt: ago(1) },
    payments: [{ method: 'Карта', amount: 100_000, paidAt: ago(4) }],
    changedAt: ago(4),
  },
  {
    kind: 'order',
    externalId: 'A-2',
    placedAt: ago(3),
    status: 'Выдан',
    statusGroup: 'done',
    currency: 'RUB',
    buyer: { externalId: 'boris', name: 'Борис Львов' },
    lines: [{ ...kettle, quantity: 1, total: 45_000 }],
    changedAt: ago(2),
  },
  {
    kind: 'order',
    externalId: 'A-3',
    placedAt: ago(2),
    status: 'Принят',
    statusGroup: 'new',
    currency: 'RUB',
    buyer: { externalId: 'vera', name: 'Вера Сомова' },
    lines: [{ productExternalId: 'ZZ-9', name: 'Чайник подарочный', quantity: 1, price: 20_000, total: 20_000 }],
    changedAt: ago(2),
  },
  {
    kind: 'order',
    externalId: 'A-4',
    placedAt: ago(1),
    status: 'Ждём звонка',
    currency: 'RUB',
    buyer: { externalId: 'anna' },
    lines: [{ productExternalId: 'C-1', name: 'Кружка синяя', quantity: 3, price: 30_000, total: 90_000 }],
    changedAt: ago(1),
  },
  {
    kind: 'return',
    externalId: 'R-1',
    orderExternalId: 'A-2',
    returnedAt: ago(1),
    reason: 'Скол',
    currency: 'RUB',
    lines: [{ ...kettle, quantity: 1, total: 45_000 }],
    changedAt: ago(1),
  },
];

const reviews = [
  {
    kind: 'review',
    externalId: 'V-1',
    orderExternalId: 'A-1',
    productExternalId: 'K-1',
    customerExternalId: 'anna',
    rating: 5,
    text: 'Кипит быстро',
    createdAt: ago(1),
  },
  { kind: 'review', externalId: 'V-2', productExternalId: 'K-1', rating: 2, text: 'Пришёл со сколом', createdAt: ago(1) },
];

/** Tells a fresh channel; `code` keeps the shops of different tests apart. */
export async function tellShop(page: Page, url: string, code: string): Promise<Shop> {
  const name = `Лавка ${code}`;
  const channel = { code, kind: 'api', name };
  const answer = await send<{ channelId: number; bad: unknown[] }>(page, url, 'POST', '/records', {
    channel,
    records: [...products(code), ...orders, ...reviews],
  });
  expect(answer.bad).toEqual([]);
  return { channelId: answer.channelId, name };
}

/** One call to the API as the person who is signed in. */
export async function send<Answer>(page: Page, url: string, method: string, path: string, data?: unknown): Promise<Answer> {
  const answer = await page.request.fetch(`${url}/api/v1${path}`, { method, data, headers: { origin: url } });
  expect(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
  const text = await answer.text();
  return (text ? JSON.parse(text) : undefined) as Answer;
}

/** Sums on screens have no-break spaces; tests are written with plain ones. */
export const plain = (text: string | null): string => (text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ');
