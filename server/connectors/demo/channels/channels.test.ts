import { describe, expect, test } from 'vitest';
import { demoChannels } from '../index.ts';
import { only, readDemo } from '../small-shop.ts';

const told = readDemo({ scale: 0.3, events: false });
const ozon = only(told, 'order', 'demo-ozon');

describe('buyers are known as each channel really tells them (F1)', () => {
  test('[CUS-4] Ozon FBO gives a place and the number of the buyer, no person', () => {
    const fbo = ozon.filter(({ delivery }) => delivery?.scheme === 'FBO');
    expect(fbo.length).toBeGreaterThan(3_000);
    for (const { buyer, externalId, number } of fbo) {
      expect(Object.keys(buyer ?? {}).sort()).toEqual(['city', 'country', 'externalId', 'region']);
      expect(externalId).toBe(`${number}-1`);
      expect(number?.split('-')[0]).toBe(buyer?.externalId);
    }
  });

  test('[CUS-4] Ozon FBS gives a name and a customer id, never a phone; rFBS a substitute phone', () => {
    for (const { buyer, fields, delivery } of ozon.filter(({ delivery: way }) => way?.scheme !== 'FBO')) {
      expect(buyer?.name).toMatch(/^\S+ \S+$/);
      expect(fields?.customer_id).toMatch(/^\d+$/);
      expect(buyer?.phoneIsTemporary).toBe(delivery?.scheme === 'rFBS' ? true : undefined);
      expect(buyer?.phone === undefined).toBe(delivery?.scheme === 'FBS');
    }
  });

  test('[CUS-4] Wildberries never names anybody, and makes an order of each unit', () => {
    for (const { buyer, lines } of only(told, 'order', 'demo-wildberries')) {
      expect(buyer).toBeUndefined();
      expect(lines.map(({ quantity }) => quantity)).toEqual([1]);
    }
  });

  test('[CUS-2] some shoppers buy on Ozon under the same name, some are guests, some open a second account', () => {
    const shop = only(told, 'order', 'demo-shop');
    const names = new Set(shop.map(({ buyer }) => buyer?.name));
    expect(ozon.some(({ buyer }) => buyer?.name && names.has(buyer.name))).toBe(true);
    expect(shop.filter(({ buyer }) => !buyer?.externalId).length / shop.length).toBeGreaterThan(0.1);
    const phones = only(told, 'customer').map(({ phone }) => phone?.replace(/\D/g, '').slice(-10));
    expect(phones.length - new Set(phones).size).toBeGreaterThan(3);
  });
});

describe('statuses', () => {
  test('[ORD-2] all thirteen states of FBS are walked through, in their groups', () => {
    const passed = new Map(ozon.flatMap(({ history = [] }) => history.map(({ status, statusGroup }) => [status, statusGroup] as const)));
    expect(Object.fromEntries(passed)).toEqual({
      awaiting_registration: 'new',
      awaiting_approve: 'approval',
      awaiting_packaging: 'assembly',
      awaiting_deliver: 'assembly',
      acceptance_in_progress: 'assembly',
      not_accepted: 'assembly',
      delivering: 'delivery',
      driver_pickup: 'delivery',
      sent_by_seller: 'delivery',
      arbitration: 'delivery',
      client_arbitration: 'delivery',
      delivered: 'done',
      cancelled: 'cancelled',
    });
  });

  test('[ORD-4] a history begins with the order, goes forward, and ends with the present status', () => {
    for (const { placedAt, status, history = [] } of only(told, 'order')) {
      const times = history.map(({ at }) => Date.parse(at));
      expect(times[0]).toBe(Date.parse(placedAt));
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(history.at(-1)?.status).toBe(status);
    }
  });

  test('[CLV-5] commission is known after delivery, logistics after dispatch, cost for nearly all goods', () => {
    const lines = ozon.flatMap(({ lines: each, statusGroup }) => each.map((line) => ({ ...line, statusGroup })));
    expect(lines.every(({ commission, statusGroup }) => (commission !== undefined) === (statusGroup === 'done'))).toBe(true);
    expect(lines.some(({ logistics, commission }) => logistics !== undefined && commission === undefined)).toBe(true);
    const unknown = lines.filter(({ cost }) => cost === undefined).length / lines.length;
    expect(unknown).toBeGreaterThan(0.001);
    expect(unknown).toBeLessThan(0.1);
  });
});

test('[SYN-8] two goods are sold before their channel tells of them, and one it has not told of yet', () => {
  const waiting = new Set<string>();
  const healed = new Set<string>();
  const known = new Set<string>();
  for (const { channel, record } of told) {
    if (channel !== 'demo-ozon') continue;
    if (record.kind === 'product') {
      known.add(record.externalId);
      if (waiting.delete(record.sku?.slice(0, 6) ?? '')) healed.add(record.sku?.slice(0, 6) ?? '');
    }
    if (record.kind === 'order')
      for (const { productExternalId = '', sku = '' } of record.lines) if (!known.has(productExternalId)) waiting.add(sku.slice(0, 6));
  }
  expect([...healed].sort()).toEqual(['CKS-02', 'THR-02']);
  expect([...waiting]).toEqual(['MUG-05']);
});

test('[CUS-8] companies buy by the box, with a tax number whose check digit is right', () => {
  const companies = only(told, 'customer').filter(({ company }) => company);
  expect(companies.length).toBeGreaterThan(6);
  for (const { company } of companies) {
    const digits = [...(company?.taxId ?? '')].map(Number);
    const check = [2, 4, 10, 3, 5, 9, 4, 6, 8].reduce((sum, weight, place) => sum + weight * (digits[place] ?? 0), 0) % 11;
    expect(digits[9]).toBe(check % 10);
  }
  const boxes = only(told, 'order', 'demo-shop').filter(({ fields }) => fields?.legal);
  const average = boxes.reduce((sum, { total = 0 }) => sum + total, 0) / boxes.length;
  expect(average).toBeGreaterThan(2_000_000);
});

describe('nobody in the demo is real', () => {
  test('[CUS-9] addresses end in reserved domains or in mistakes of them, phones in codes without an operator', () => {
    const people = [...only(told, 'customer'), ...only(told, 'order').flatMap(({ buyer }) => (buyer ? [buyer] : []))];
    const emails = people.flatMap(({ email }) => (email ? [email] : []));
    const phones = people.flatMap(({ phone }) => (phone ? [phone] : []));
    expect(
      emails.filter(
        (email) => !/\.example$|example\.(?:com|org|net|con)$|examplecom$|\.exmaple$|example (?:com|org|net)$|example$/.test(email),
      ),
    ).toEqual([]);
    expect(emails.filter((email) => !/^[a-z.]+\d+@(?:[a-z]+\.example|example\.(?:com|org|net))$/.test(email)).length).toBeGreaterThan(10);
    expect(phones.filter((phone) => !/^\D*[78]?\D*973/.test(phone) && !/^[-0]+$/.test(phone))).toEqual([]);
  });
});

describe('languages', () => {
  test('[TRN-3] a Ukrainian demo is in Ukraine, in hryvnias and in Ukrainian', () => {
    const ukrainian = readDemo({ language: 'uk', scale: 0.02, events: false });
    const orders = only(ukrainian, 'order');
    expect(new Set(orders.map(({ currency }) => currency))).toEqual(new Set(['UAH']));
    expect(JSON.stringify(ukrainian)).not.toMatch(/[ыэёъ]/i);
    expect(demoChannels('uk').map(({ name }) => name)).toEqual(['Rozetka (демо)', 'Prom (демо)', 'Сайт «Тепла полиця» (демо)']);
    expect(new Set(ukrainian.map(({ channel }) => channel))).toEqual(new Set(demoChannels('uk').map(({ key }) => key)));
  });

  test('[TRN-3] an English demo has not one Cyrillic letter, and the same money as the Russian one', () => {
    const english = readDemo({ language: 'en', scale: 0.02, events: false });
    const russian = readDemo({ language: 'ru', scale: 0.02, events: false });
    const money = (list: typeof english) => only(list, 'order').map(({ externalId, total }) => [externalId, total]);
    expect(JSON.stringify(english)).not.toMatch(/[а-яёіїєґ]/i);
    expect(money(english)).toEqual(money(russian));
  });
});
