/** The wholesale buyers: cafés, hotels and offices that order by the box and pay by invoice. */
import type { CustomerRecord } from '../../../../contract/records.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { iso } from '../calendar/calendar.ts';
import { Random, unitOf } from '../random.ts';
import { streams, type World } from '../world.ts';
import { accountId } from './account.ts';
import { describePerson, emailOf, phoneOf, placeOf } from './person.ts';

/** Numbers of their contact persons start here, far from those of private buyers. */
const firstContact = 1_500_000_000;
const atScaleOne = 36;

export interface Company {
  /** Number of its contact person. */
  contact: number;
  name: string;
  taxId: string;
  /** Of the account in the web shop; 0 before the first order. */
  account: number;
  /** Days between two orders. */
  rhythm: number;
  nextDay: number;
}

export class Companies {
  readonly #companies: Company[];
  readonly #random: Random;
  readonly #calendar: Calendar;

  constructor(world: World) {
    this.#calendar = world.calendar;
    this.#random = new Random(world.seed, streams.companies);
    this.#companies = Array.from({ length: Math.max(2, Math.round(atScaleOne * world.scale)) }, (_, index) => found(world, index));
  }

  /** Those that order on a day, each with its next order planned. */
  orderingOn(day: number): Company[] {
    const weekday = this.#calendar.days[day]?.weekday ?? 0;
    if (weekday > 4) return [];
    const due = this.#companies.filter((company) => company.nextDay <= day);
    for (const company of due) company.nextDay = day + Math.round(company.rhythm * this.#random.between(0.6, 1.5));
    return due;
  }
}

function found(world: World, index: number): Company {
  const { companies, legalForms, code } = world.country;
  const chance = (purpose: number) => unitOf(world.seed, index, 70, purpose);
  const name = companies[index % companies.length] ?? '';
  const form = legalForms[Math.floor(chance(1) * legalForms.length)] ?? '';
  return {
    contact: firstContact + index,
    name: `${form} ${name}${index < companies.length ? '' : ` ${Math.floor(index / companies.length) + 1}`}`,
    taxId: code === 'UA' ? edrpou(index) : inn(index),
    account: 0,
    rhythm: 16 + 40 * chance(2),
    nextDay: Math.floor(chance(3) ** 1.5 * 300),
  };
}

export function describeCompany(world: World, company: Company, at: number): CustomerRecord {
  const person = describePerson(world, company.contact);
  return {
    kind: 'customer',
    externalId: accountId(company.account),
    name: `${person.first} ${person.last}`,
    email: emailOf(world, company.contact, person),
    phone: phoneOf(world, company.contact),
    ...placeOf(world, person),
    tags: [world.words.tags.wholesale],
    company: { name: company.name, taxId: company.taxId, registration: world.country.code === 'RU' ? { kpp: '000001001' } : {} },
    acquiredFrom: 'direct',
    registeredAt: iso(at),
    changedAt: iso(at),
  };
}

/** A ten-digit INN with a right check digit in region 00, which does not exist. */
function inn(index: number): string {
  return withCheckDigit(`00${String(4_100_000 + index).padStart(7, '0')}`, [2, 4, 10, 3, 5, 9, 4, 6, 8]);
}

/** An eight-digit ЄДРПОУ with a right check digit, from numbers never given out. */
function edrpou(index: number): string {
  return withCheckDigit(`99${String(10_000 + index).padStart(5, '0')}`, [7, 1, 2, 3, 4, 5, 6]);
}

function withCheckDigit(digits: string, weights: readonly number[]): string {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return digits + String((sum % 11) % 10);
}
