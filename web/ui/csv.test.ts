import { expect, test } from 'vitest';
import { csvText } from './csv.ts';

test('[ANL-2] a Russian table has commas in its numbers, an English one points', () => {
  const rows = [
    ['День', 'Сумма'],
    ['01.11', 1234.5],
    ['02.11', null],
  ];
  expect(csvText(rows, 'ru')).toBe('День;Сумма\r\n01.11;1234,5\r\n02.11;');
  expect(csvText(rows, 'en')).toBe('День,Сумма\r\n01.11,1234.5\r\n02.11,');
});

test('[SEC-1] text that looks like a formula stays text', () => {
  expect(csvText([['=HYPERLINK("x";"y")', -5, '-5%']], 'ru')).toBe('"\'=HYPERLINK(""x"";""y"")";-5;\'-5%');
});
