/** Companies that customers act for: wholesale and key customers with requisites, terms and a responsible person (CUS-8). */
import { z } from 'zod';
import { customerName } from './customers.ts';
import { endpoint } from './endpoint.ts';
import { minor } from './money.ts';
import { pageOf, pageQuery } from './page.ts';
import { byId, positiveId, several, yesNo } from './query.ts';

const time = z.iso.datetime({ offset: true });

/** Requisites whose check digits are checked; others are kept as they are. */
export const requisites = ['kpp', 'ogrn', 'edrpou', 'ipn', 'iban', 'bik', 'account'] as const;

const registration = z
  .record(z.string().min(1).max(60), z.string().trim().max(500))
  .describe(`By name: ${requisites.join(', ')}, address, director and others`);

const companyRow = z.object({
  id: z.int(),
  name: z.string(),
  taxId: z.string().nullable().describe('ИНН, ЄДРПОУ or ІПН'),
  managerId: z.int().nullable(),
  priceTerms: z.string().nullable(),
  contacts: z.int(),
  ordersCount: z.int(),
  spentBase: minor,
});

export type CompanyRow = z.infer<typeof companyRow>;

const companyCard = companyRow.omit({ contacts: true }).extend({
  registration,
  doubts: z.array(z.object({ field: z.string(), code: z.string(), says: z.string() })).describe('Requisites whose check digits are wrong'),
  note: z.string().nullable(),
  fields: z.record(z.string(), z.unknown()),
  contacts: z.array(customerName.extend({ email: z.string().nullable(), phone: z.string().nullable() })).describe('The first 200'),
  createdAt: time,
  updatedAt: time,
});

export type CompanyCard = z.infer<typeof companyCard>;

const text = z.string().trim().min(1).max(500);

const companyChange = z.object({
  name: text,
  taxId: z.string().trim().min(1).max(20).nullable().optional(),
  registration: registration.optional().describe('Replaces all requisites'),
  priceTerms: z.string().trim().max(2000).nullable().optional(),
  managerId: z.int().positive().nullable().optional(),
  note: z.string().trim().max(5000).nullable().optional(),
  fields: z.record(z.string(), z.unknown()).optional().describe('Custom fields by key; null takes a value away'),
});

export type CompanyChange = Partial<z.infer<typeof companyChange>>;

export const companySorts = ['name', '-name', 'id', '-id'] as const;
export type CompanySort = (typeof companySorts)[number];

const companyFilter = z.object({
  q: z.string().trim().max(200).optional().describe('Beginnings of the name, or of the tax number'),
  manager: several(positiveId),
});

export type CompanyFilter = z.output<typeof companyFilter>;

export const companies = {
  'GET /companies': endpoint({
    says: 'Companies',
    may: 'customers.read',
    query: companyFilter.extend({ ...pageQuery.shape, sort: z.enum(companySorts).default('name'), count: yesNo }),
    answer: pageOf(companyRow),
  }),
  'POST /companies': endpoint({
    says: 'Adds a company; wrong check digits are refused',
    may: 'customers.write',
    body: companyChange,
    answer: companyCard,
    creates: true,
  }),
  'GET /companies/:id': endpoint({
    says: 'A company with its contacts and requisites',
    may: 'customers.read',
    params: byId,
    answer: companyCard,
  }),
  'PATCH /companies/:id': endpoint({
    says: 'Changes a company',
    may: 'customers.write',
    params: byId,
    body: companyChange.partial(),
    answer: companyCard,
  }),
};
