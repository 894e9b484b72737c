import { expect, test } from 'vitest';
import { windows1251 } from '../fixtures/windows-1251.ts';
import { encodingOf } from './encoding.ts';

const text = 'Номер заказа;Покупатель;Сумма\n1;Фёдоров Пётр;10,50\n';

test('[INT-11] tells encodings apart by what is in the file', () => {
  const wide = Buffer.from(text, 'utf16le');
  expect(encodingOf(Buffer.from(text))).toBe('utf-8');
  expect(encodingOf(Buffer.from(`\ufeff${text}`))).toBe('utf-8');
  expect(encodingOf(Buffer.from(windows1251(text)))).toBe('windows-1251');
  expect(encodingOf(Buffer.concat([Buffer.from([0xff, 0xfe]), wide]))).toBe('utf-16le');
  expect(encodingOf(wide)).toBe('utf-16le');
  expect(encodingOf(Buffer.from(wide).swap16())).toBe('utf-16be');
  expect(encodingOf(Buffer.from('São Paulo;café;naïve\n', 'latin1'))).toBe('windows-1252');
  expect(encodingOf(Buffer.from('order,total\n1,2\n'))).toBe('utf-8');
});

test('[INT-11] a letter cut by the end of the sample does not make UTF-8 something else', () => {
  const bytes = Buffer.from(text);
  for (let cut = 20; cut < 40; cut += 1) expect(encodingOf(bytes.subarray(0, cut))).toBe('utf-8');
});
