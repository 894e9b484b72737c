import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply, fillFrom, takeBack } from './fill.ts';
import { flatten, type ProfileRow, unflatten } from './profile.ts';

const empty: ProfileRow = {
  name: null,
  email: null,
  phone: null,
  phone_is_temporary: false,
  sex: null,
  birth_date: null,
  city: null,
  region: null,
  country: null,
  postcode: null,
  company_id: null,
  manager_id: null,
  acquired_from: null,
  registered_at: null,
  tags: [],
  channel_ids: [],
  problems: [],
  fields: {},
};

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const row: fc.Arbitrary<ProfileRow> = fc.record({
  name: maybe(fc.constantFrom('Анна', 'Пётр')),
  email: maybe(fc.constantFrom('a@b.ru', 'c@d.ru')),
  phone: maybe(fc.constantFrom('+79160000001', '+79160000002')),
  phone_is_temporary: fc.boolean(),
  sex: maybe(fc.constantFrom('male', 'female')),
  birth_date: maybe(fc.constant('1990-01-02')),
  city: maybe(fc.constantFrom('Тула', 'Орёл')),
  region: maybe(fc.constantFrom('Тульская', 'Орловская')),
  country: maybe(fc.constant('RU')),
  postcode: maybe(fc.constant('300000')),
  company_id: maybe(fc.nat(3)),
  manager_id: maybe(fc.nat(3)),
  acquired_from: maybe(fc.constant('ads')),
  registered_at: maybe(fc.constant('2026-01-01T00:00:00+00:00')),
  tags: fc.subarray(['a', 'b', 'c']),
  channel_ids: fc.subarray([1, 2, 3]),
  problems: fc.subarray(['bad_email', 'bad_phone']),
  fields: fc.record({ level: fc.constantFrom('gold', 'silver'), visits: fc.nat(9), nothing: fc.constant('') }, { requiredKeys: [] }),
});

test('a profile is the same after it was made flat and whole again', () => {
  fc.assert(fc.property(row, (any) => void expect(unflatten(flatten(any))).toEqual(any)));
});

test('[CUS-3] what a merge fills can be taken back exactly, whatever the two records were', () => {
  fc.assert(
    fc.property(row, row, (kept, gone) => {
      const before = flatten(kept);
      const filled = fillFrom(before, flatten(gone));
      const back = takeBack(apply(before, filled), filled);
      expect(back).toEqual({ profile: before, touched: [] });
    }),
  );
});

test('[CUS-3] nothing known is overwritten but a bad or substitute contact by a good one', () => {
  fc.assert(
    fc.property(row, row, (kept, gone) => {
      const before = flatten(kept);
      const after = apply(before, fillFrom(before, flatten(gone)));
      for (const key of ['name', 'sex', 'city', 'company_id', 'fields.level'])
        if (before[key] !== undefined) expect(after[key]).toEqual(before[key]);
      const isGood = before.phone !== undefined && !before.phone_is_temporary && !before['problems.bad_phone'];
      if (isGood) expect(after.phone).toBe(before.phone);
    }),
  );
});

test('[CUS-3] what a person changed after a merge stays when the merge is taken back', () => {
  const before = flatten(empty);
  const filled = fillFrom(before, flatten({ ...empty, name: 'Анна', city: 'Тула', tags: ['vip'] }));
  const edited = { ...apply(before, filled), name: 'Анна Ильина' };
  expect(takeBack(edited, filled)).toEqual({ profile: { name: 'Анна Ильина' }, touched: ['name'] });
});

test('an address is filled up only by one that may be the same', () => {
  const tula = flatten({ ...empty, region: 'Тульская' });
  expect(fillFrom(tula, flatten({ ...empty, region: 'Орловская', city: 'Орёл' }))).toEqual({});
  expect(fillFrom(tula, flatten({ ...empty, region: 'Тульская', city: 'Тула' }))).toEqual({ city: [null, 'Тула'] });
});

test('a good phone takes the place of a substitute one, with all that is known against both', () => {
  const substitute = flatten({ ...empty, phone: '+79160000001', phone_is_temporary: true, problems: ['bad_phone'] });
  expect(fillFrom(substitute, flatten({ ...empty, phone: '+79160000002' }))).toEqual({
    phone: ['+79160000001', '+79160000002'],
    phone_is_temporary: [true, null],
    'problems.bad_phone': [true, null],
  });
});
