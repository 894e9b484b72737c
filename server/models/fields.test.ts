import { expect, test } from 'vitest';
import type { FieldDefinition, FieldType } from '../../contract/fields.ts';
import { readFieldValue } from './field-values.ts';
import { checkFields } from './fields.ts';

const options = [
  { value: 'gold', labels: { ru: 'Золото', en: 'Gold' } },
  { value: 'silver', labels: { ru: 'Серебро' } },
];

const field = (key: string, type: FieldType, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  id: 1,
  object: 'customers',
  key,
  type,
  labels: { ru: key },
  options: [],
  required: false,
  group: '',
  sensitive: false,
  consentBasis: null,
  ...more,
});

const read = (type: FieldType, value: unknown) => readFieldValue(type, value, { options, homeCountry: 'RU' });

const taken: [FieldType, unknown, unknown][] = [
  ['text', '  Размер M ', 'Размер M'],
  ['text', 42, '42'],
  ['long_text', 'x'.repeat(20_000), 'x'.repeat(20_000)],
  ['number', '1 234,5', 1234.5],
  ['number', '-0.25', -0.25],
  ['integer', '1 000', 1000],
  ['integer', 7, 7],
  ['date', '22.11.2026', '2026-11-22'],
  ['date', '2026-11-22T10:00:00Z', '2026-11-22'],
  ['date', '29.2.2028', '2028-02-29'],
  ['yes_no', 'Да', true],
  ['yes_no', 'ні', false],
  ['yes_no', false, false],
  ['dictionary', 'gold', 'gold'],
  ['dictionary', 'серебро', 'silver'],
  ['email', ' Anna@Example.com', 'anna@example.com'],
  ['phone', '8 (912) 345-67-89', '+79123456789'],
  ['money', '1 234,50', 123450],
  ['money', '0,5', 50],
  ['money', '-19.99', -1999],
  ['money', 1999, 1999],
];

test.each(taken)('[CUS-7] %s takes %j as %j', (type, value, expected) => {
  expect(read(type, value)).toBe(expected);
});

const refused: [FieldType, unknown][] = [
  ['text', 'x'.repeat(501)],
  ['text', { a: 1 }],
  ['number', '12 шт'],
  ['number', Number.NaN],
  ['integer', '1,5'],
  ['date', '31.02.2026'],
  ['date', '2026-13-01'],
  ['date', 20261122],
  ['yes_no', 'может быть'],
  ['dictionary', 'bronze'],
  ['email', 'anna@'],
  ['phone', '12'],
  ['money', '1,234.567'],
  ['money', 19.99],
];

test.each(refused)('[CUS-7] %s refuses %j', (type, value) => {
  expect(read(type, value)).toBe(null);
});

test('[CUS-7] good values get in beside bad ones, and each bad one is named with its reason', () => {
  const definitions = [field('size', 'text'), field('level', 'dictionary', { options }), field('born', 'date', { required: true })];
  expect(checkFields(definitions, { size: 'M', level: 'bronze', shoe: 42 }, { homeCountry: 'RU' })).toEqual({
    clean: { size: 'M' },
    problems: [
      { field: 'fields.level', code: 'fields:not-dictionary' },
      { field: 'fields.shoe', code: 'fields:unknown-field', values: { key: 'shoe' } },
      { field: 'fields.born', code: 'field.required' },
    ],
  });
});

test('[CUS-7] an empty value takes the old one away, unless it is required', () => {
  const definitions = [field('size', 'text'), field('born', 'date', { required: true })];
  expect(checkFields(definitions, { size: ' ', born: null }, { homeCountry: 'RU', isPartial: true })).toEqual({
    clean: { size: null },
    problems: [{ field: 'fields.born', code: 'field.required' }],
  });
});

test('[CUS-7] a partial change does not ask for what it leaves alone', () => {
  const definitions = [field('size', 'text'), field('born', 'date', { required: true })];
  expect(checkFields(definitions, { size: 'L' }, { homeCountry: 'RU', isPartial: true }).problems).toEqual([]);
});

test('[COL-8] a sensitive value is taken only with a recorded basis and this person’s consent; it can always be taken away', () => {
  const locked = field('nationality', 'text', { sensitive: true });
  const opened = { ...locked, consentBasis: 'Согласие № 4 от 01.09.2026' };
  const check = (definition: FieldDefinition, value: unknown, consents?: ReadonlySet<string>) =>
    checkFields([definition], { nationality: value }, { homeCountry: 'RU', consents });
  expect(check(locked, 'x', new Set(['nationality'])).problems).toEqual([{ field: 'fields.nationality', code: 'fields:locked' }]);
  expect(check(opened, 'x').problems).toEqual([{ field: 'fields.nationality', code: 'fields:consent-missing' }]);
  expect(check(opened, 'x', new Set(['nationality']))).toEqual({ clean: { nationality: 'x' }, problems: [] });
  expect(check(locked, '')).toEqual({ clean: { nationality: null }, problems: [] });
});
