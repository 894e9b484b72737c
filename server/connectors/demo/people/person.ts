/** Who a person is. Everything follows from the person's number, so a million of them need no memory. */
import type { PersonFields } from '../../../../contract/records.ts';
import { type City, feminine } from '../country/country.ts';
import { transliterate } from '../country/transliterate.ts';
import { unitOf } from '../random.ts';
import type { World } from '../world.ts';

/** Which number in the scramble decides what. */
const purpose = {
  sex: 40,
  first: 41,
  last: 42,
  patronymic: 43,
  city: 44,
  street: 45,
  mail: 46,
  birthday: 47,
  style: 48,
  dirt: 49,
  buyer: 50,
} as const;

export interface Person {
  female: boolean;
  first: string;
  last: string;
  patronymic: string;
  city: City;
}

export function describePerson(world: World, person: number): Person {
  const { country } = world;
  const chance = (which: keyof typeof purpose) => unitOf(world.seed, person, purpose[which]);
  const female = chance('sex') < 0.68;
  const last = country.last.draw(chance('last'));
  const fathers = country.patronymic[Math.floor(chance('patronymic') * country.patronymic.length)] ?? ['', ''];
  return {
    female,
    first: country.write((female ? country.firstFemale : country.firstMale).draw(chance('first'))),
    last: country.write(female ? feminine(last) : last),
    patronymic: country.write(fathers[female ? 1 : 0]),
    city: country.cities.draw(chance('city')),
  };
}

export function placeOf(world: World, { city }: Person): PersonFields {
  return { city: city.name, region: city.region, country: world.country.name };
}

/** The way a person types the own name into a form. */
export function writeName(world: World, id: number, person: Person): string {
  const style = unitOf(world.seed, id, purpose.style);
  if (style < 0.12) return person.first;
  if (style < 0.35) return `${person.last} ${person.first} ${person.patronymic}`;
  return style < 0.7 ? `${person.first} ${person.last}` : `${person.last} ${person.first}`;
}

export function addressOf(world: World, id: number, person: Person): string {
  const street = world.country.streets[Math.floor(unitOf(world.seed, id, purpose.street) * world.country.streets.length)];
  const house = 1 + Math.floor(unitOf(world.seed, id, purpose.street, 1) * 120);
  const flat = 1 + Math.floor(unitOf(world.seed, id, purpose.street, 2) * 200);
  return `${person.city.name}, ${street}, ${house}, ${flat}`;
}

export function phoneOf(world: World, id: number): string {
  // A permutation of seven digits: no two people share a number.
  return world.country.phone((id * 4_637_131 + 1_234_567) % 10_000_000);
}

/** Domains that are reserved for examples and belong to nobody. */
const domains = ['mail.example', 'post.example', 'pochta.example', 'example.com', 'example.org', 'example.net'];

export function emailOf(world: World, id: number, person: Person): string {
  const domain = domains[Math.floor(unitOf(world.seed, id, purpose.mail) * domains.length)];
  const name = transliterate(`${person.first}.${person.last}`)
    .toLowerCase()
    .replace(/[^a-z.]/g, '');
  return `${name}${id % 100_000}@${domain}`;
}

/** Known for some: people of 18 to 75, most of them about 35. */
export function birthDateOf(world: World, id: number): string | null {
  const chance = (which: number) => unitOf(world.seed, id, purpose.birthday, which);
  if (chance(0) > 0.45) return null;
  const year = 2007 - Math.floor(8 + 22 * (chance(1) + chance(2)) - 8 * chance(3));
  return `${year}-${twoDigits(1 + Math.floor(chance(4) * 12))}-${twoDigits(1 + Math.floor(chance(5) * 28))}`;
}

/** The number that a marketplace gives its buyer: eight digits, different for everybody. */
export function buyerNumberOf(world: World, id: number): number {
  return 10_000_000 + ((id * 48_271 + (world.seed % 1_000) * 90_001) % 90_000_000);
}

/** A number in [0, 1) that decides what is wrong with a person's data. */
export function dirtOf(world: World, id: number, kind: number): number {
  return unitOf(world.seed, id, purpose.dirt, kind);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
