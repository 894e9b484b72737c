import { expect, test } from 'vitest';
import { guessKind } from './guess.ts';
import { headerSignature, normalName } from './normal-name.ts';

const chosen = (header: string[], rows: string[][]) => {
  const { kind, guesses } = guessKind(header, rows);
  return [kind, Object.fromEntries(guesses.map(({ field, column }) => [field, column]))];
};

test('[INT-11] guesses a Russian table of orders', () => {
  const header = [
    '№ заказа',
    'Дата заказа',
    'Статус заказа',
    'ФИО покупателя',
    'Телефон',
    'Артикул',
    'Наименование товара',
    'Кол-во, шт',
    'Цена, руб.',
  ];
  const rows = [['7', '22.11.2026 14:32', 'Новый', 'Ёлкин Пётр', '+7 912 345-67-89', 'A-1', 'Кружка', '2', '1 990,50 ₽']];
  expect(chosen(header, rows)).toEqual([
    'order',
    {
      externalId: '№ заказа',
      placedAt: 'Дата заказа',
      status: 'Статус заказа',
      name: 'ФИО покупателя',
      phone: 'Телефон',
      sku: 'Артикул',
      productName: 'Наименование товара',
      quantity: 'Кол-во, шт',
      price: 'Цена, руб.',
    },
  ]);
});

test('[INT-11] guesses Ukrainian customers, English products and stock', () => {
  expect(chosen(['Код покупця', 'ПІБ', 'Пошта', 'День народження'], [['1', 'Бойко Ігор', 'b@example.com', '01.02.1990']])).toEqual([
    'customer',
    { externalId: 'Код покупця', name: 'ПІБ', email: 'Пошта', birthDate: 'День народження' },
  ]);
  expect(chosen(['SKU', 'Title', 'Brand', 'Category', 'Price'], [['a', 'Cup', 'Zarya', 'Home', '10.5']])[0]).toBe('product');
  expect(chosen(['Артикул', 'Склад', 'Остаток'], [['a', 'Москва', '10']])).toEqual([
    'stock',
    { sku: 'Артикул', warehouse: 'Склад', stock: 'Остаток' },
  ]);
});

test('[INT-11] values correct a misleading name, and tell what a nameless column is', () => {
  const rows = [
    ['1', 'a@example.com', 'Пётр'],
    ['2', 'b@example.com', 'Анна'],
  ];
  const [, columns] = chosen(['id', 'колонка 7', 'Имя'], rows) as [string, Record<string, string>];
  expect(columns.email).toBe('колонка 7');
});

test('[INT-11] a remembered mapping is found by the columns, not by their case or units', () => {
  expect(normalName('Цена, руб. (с НДС)')).toBe('цена');
  expect(headerSignature(['Номер заказа', 'Цена, руб.'])).toBe(headerSignature(['НОМЕР  ЗАКАЗА', 'цена']));
  expect(headerSignature(['a', 'b'])).not.toBe(headerSignature(['b', 'a']));
});
