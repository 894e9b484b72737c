/** The person in a row: by one column with the whole name or by its parts. */
import type { CustomerRecord, PersonFields } from '../../../../contract/records.ts';
import { flagOf, sexOf } from '../values/words-in-cells.ts';
import type { Cells } from './cells.ts';

export function readPerson(cells: Cells): PersonFields {
  const parts = [cells.text('lastName'), cells.text('firstName'), cells.text('middleName')].filter((part) => part !== undefined);
  return withoutEmpty({
    name: cells.text('name') ?? (parts.length > 0 ? parts.join(' ') : undefined),
    email: cells.text('email')?.toLowerCase(),
    phone: cells.text('phone', 60),
    city: cells.text('city'),
    region: cells.text('region'),
    country: cells.text('country'),
    postcode: cells.text('postcode', 20),
  });
}

/** The buyer of an order or a return; undefined where the row tells nothing of one. */
export function readBuyer(cells: Cells): (PersonFields & { externalId?: string }) | undefined {
  const buyer = withoutEmpty({ externalId: cells.text('buyerId', 200), ...readPerson(cells) });
  return Object.keys(buyer).length > 0 ? buyer : undefined;
}

/** A customer without an id of their own is known by phone or e-mail; one with neither cannot be told apart from others. */
export function readCustomer(cells: Cells): CustomerRecord {
  const person = readPerson(cells);
  const externalId = cells.text('externalId', 200) ?? person.phone?.replace(/[^\d+]/g, '') ?? person.email;
  if (externalId === undefined) cells.fail('externalId', 'no_identity');
  const company = cells.text('company');
  const sex = cells.text('sex');
  return withoutEmpty({
    kind: 'customer' as const,
    externalId: externalId ?? '',
    ...person,
    sex: sex === undefined ? undefined : sexOf(sex),
    birthDate: cells.day('birthDate'),
    tags: cells
      .list('tags', /[,;|]/)
      ?.map((tag) => tag.slice(0, 60))
      .slice(0, 50),
    company: company === undefined ? undefined : withoutEmpty({ name: company, taxId: cells.text('taxId', 20) }),
    acquiredFrom: cells.text('source', 120),
    registeredAt: cells.time('registeredAt'),
    changedAt: cells.time('changedAt'),
  });
}

/** Undefined fields are left out, so that records compare equal and travel small. Copies, because deleting makes objects slow. */
export function withoutEmpty<T extends object>(value: T): T {
  const kept: Partial<T> = {};
  for (const key in value) if (value[key] !== undefined) kept[key] = value[key];
  return kept as T;
}

export function readFlag(cells: Cells, field: 'active'): boolean | undefined {
  const text = cells.text(field);
  return text === undefined ? undefined : flagOf(text);
}
