import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  doubtfulRequisites,
  isAccount,
  isBik,
  isCompanyInn,
  isEdrpou,
  isIpn,
  isKpp,
  isOgrn,
  isPersonInn,
  isUkrainianIban,
} from './requisites.ts';

/** Numbers of large companies and banks, from public registers. */
const real: [string, (text: string) => boolean, string[]][] = [
  ['ИНН of companies', isCompanyInn, ['7707083893', '7736050003', '7704217370', '7721546864']],
  ['ОГРН', isOgrn, ['1027700132195', '1027739244741', '1027700070518']],
  ['КПП', isKpp, ['773601001', '770401001', '7736AB001']],
  ['ЄДРПОУ', isEdrpou, ['14360570', '00032129', '20077720', '37193071']],
  ['IBAN', isUkrainianIban, ['UA213223130000026007233566001', 'UA21 3223 1300 0002 6007 2335 6600 1']],
  ['БИК', isBik, ['044525225', '044525974']],
];

test.each(real)('[CUS-8] real %s are right', (_, check, numbers) => {
  expect(numbers.filter((number) => !check(number))).toEqual([]);
});

test('[CUS-8] an account is checked with the bank', () => {
  expect(isAccount('30101810400000000225', '044525225')).toBe(true);
  expect(isAccount('30101810400000000226', '044525225')).toBe(false);
});

const checked: [string, (text: string) => boolean, number][] = [
  ['ИНН of a company', isCompanyInn, 10],
  ['ИНН of a person', isPersonInn, 12],
  ['ЄДРПОУ', isEdrpou, 8],
  ['ІПН', isIpn, 10],
  ['ОГРН', isOgrn, 13],
  ['ОГРНИП', isOgrn, 15],
];

test.each(checked)('[CUS-8] %s: of the last digits exactly as many fit as the rule has check digits', (_, check, length) => {
  const free = length === 12 ? 2 : 1;
  fc.assert(
    fc.property(fc.stringMatching(new RegExp(`^[1-9]\\d{${length - free - 1}}$`)), (beginning) => {
      const fitting = Array.from({ length: 10 ** free }, (__, end) => beginning + String(end).padStart(free, '0')).filter(check);
      expect(fitting).toHaveLength(1);
    }),
  );
});

test('[CUS-8] a wrong digit in an IBAN is seen', () => {
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 28 }), fc.integer({ min: 1, max: 9 }), (place, change) => {
      const iban = 'UA213223130000026007233566001';
      const digit = (Number(iban[place]) + change) % 10;
      expect(isUkrainianIban(iban.slice(0, place) + digit + iban.slice(place + 1))).toBe(false);
    }),
  );
});

test('[CUS-8] wrong requisites are named, foreign and unknown ones are not judged', () => {
  const registration = {
    kpp: '7736',
    ogrn: '1027700132196',
    iban: '',
    director: 'Иванова',
    bik: '044525225',
    account: '30101810400000000226',
  };
  expect(doubtfulRequisites({ taxId: '7707083894', registration })).toEqual(['taxId', 'kpp', 'ogrn', 'account']);
  expect(doubtfulRequisites({ taxId: '190190190', registration: { edrpou: '14360570' } })).toEqual([]);
  expect(doubtfulRequisites({ registration: {} })).toEqual([]);
});
