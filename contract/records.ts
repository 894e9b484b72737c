/**
 * Canonical records: what connectors and files hand to intake, whatever the channel. Keyed by (channel, external id) and
 * versioned by the source's change time. Amounts are integers in minor units of the record's currency; times are ISO 8601.
 */
import { z } from 'zod';
import { currency, minor } from './money.ts';

const id = z.string().trim().min(1).max(200);
const text = z.string().max(500);
const time = z.iso.datetime({ offset: true });

/** Groups that every order status belongs to (requirements ORD-2). */
export const statusGroups = ['new', 'approval', 'assembly', 'delivery', 'done', 'cancelled'] as const;
export const statusGroup = z.enum(statusGroups);
export type StatusGroup = z.infer<typeof statusGroup>;

export const sexes = ['male', 'female'] as const;

/** What a channel tells about a person. Every field may be missing: marketplaces hide their buyers. */
export const personFields = z.object({
  name: text.optional().describe('Full name as the source writes it'),
  email: text.optional(),
  phone: z.string().max(60).optional().describe('As written; stored as E.164'),
  phoneIsTemporary: z.boolean().optional().describe('A substitute number of a marketplace: shown, never merged on'),
  sex: z.enum(sexes).optional(),
  birthDate: z.iso.date().optional(),
  city: text.optional(),
  region: text.optional(),
  country: text.optional(),
  postcode: z.string().max(20).optional(),
});

export const customerRecord = z.object({
  kind: z.literal('customer'),
  externalId: id,
  ...personFields.shape,
  tags: z.array(z.string().max(60)).max(50).optional(),
  fields: z.record(z.string(), z.unknown()).optional().describe('Custom fields by key'),
  company: z
    .object({ name: text, taxId: z.string().max(20).optional(), registration: z.record(z.string(), z.string()).optional() })
    .optional(),
  /** Where the person first came from: `ads`, `search`, `email`, `referral` ... as the source names it. */
  acquiredFrom: z.string().max(120).optional(),
  registeredAt: time.optional(),
  changedAt: time.optional(),
});

export const productRecord = z.object({
  kind: z.literal('product'),
  externalId: id,
  sku: z.string().max(120).optional().describe('Seller article: joins the offers of several channels into one product'),
  name: text,
  brand: text.optional(),
  category: z.array(text).max(10).optional().describe('Path from the root'),
  barcode: z.string().max(60).optional(),
  imageUrl: z.string().max(1000).optional(),
  url: z.string().max(1000).optional(),
  groupId: z.string().max(120).optional().describe('Joins the variants of one model'),
  attributes: z.record(z.string(), z.string()).optional(),
  currency: currency.optional(),
  price: minor.optional(),
  oldPrice: minor.optional(),
  cost: minor.optional(),
  active: z.boolean().optional(),
  /** Quantity per warehouse code, where the source tells it with the product. */
  stock: z.record(z.string(), z.number()).optional(),
  changedAt: time.optional(),
});

export const stockRecord = z.object({
  kind: z.literal('stock'),
  productExternalId: id,
  warehouse: z.string().max(120),
  quantity: z.number(),
  reserved: z.number().optional(),
  changedAt: time.optional(),
});

export const orderLine = z.object({
  /** The source's line number or id; the position in the list otherwise. */
  externalId: z.string().max(200).optional(),
  productExternalId: z.string().max(200).optional(),
  sku: z.string().max(120).optional(),
  name: text,
  quantity: z.number(),
  /** For one unit, before the discount. */
  price: minor,
  /** For the whole line; 0 where none. */
  discount: minor.optional(),
  /** What the buyer pays for the line: quantity x price - discount, rounded once. */
  total: minor,
  /** For the whole line, where known. Absent means unknown, never 0. */
  cost: minor.optional(),
  commission: minor.optional(),
  logistics: minor.optional(),
  /** `goods` unless it is delivery charged to the buyer, another service, or a correction. */
  kind: z.enum(['goods', 'delivery', 'service', 'adjustment']).optional(),
});

export const orderRecord = z.object({
  kind: z.literal('order'),
  externalId: id,
  number: z.string().max(120).optional(),
  placedAt: time,
  /** The source's own status; an unknown one never drops the order. */
  status: z.string().max(120),
  statusGroup: statusGroup.optional().describe('Where the connector knows it; else mapped, else `new` and flagged'),
  currency,
  /** Accounting currency units for one unit of `currency`, frozen at order time; absent where both are the same. */
  rate: z.number().nonnegative().optional(),
  buyer: personFields.extend({ externalId: id.optional() }).optional(),
  lines: z.array(orderLine).max(5000),
  /** The source's total, to be checked against the lines. */
  total: minor.optional(),
  delivery: z
    .object({
      method: text.optional(),
      scheme: z.string().max(20).optional().describe('FBO, FBS, rFBS, DBS'),
      city: text.optional(),
      region: text.optional(),
      address: z.string().max(1000).optional(),
      trackNumber: z.string().max(120).optional(),
      warehouse: z.string().max(120).optional(),
      promisedAt: time.optional(),
      shippedAt: time.optional(),
      deliveredAt: time.optional(),
    })
    .optional(),
  payments: z
    .array(z.object({ externalId: z.string().max(200).optional(), method: z.string().max(120), amount: minor, paidAt: time.optional() }))
    .max(100)
    .optional(),
  history: z
    .array(z.object({ at: time, status: z.string().max(120), statusGroup: statusGroup.optional() }))
    .max(200)
    .optional(),
  acquiredFrom: z.string().max(120).optional(),
  comment: z.string().max(5000).optional(),
  fields: z.record(z.string(), z.unknown()).optional(),
  changedAt: time.optional(),
});

/** Goods that came back: becomes negative lines linked to the sale, at once or when the sale arrives. */
export const returnRecord = z.object({
  kind: z.literal('return'),
  externalId: id,
  orderExternalId: z.string().max(200).optional(),
  returnedAt: time,
  status: z.string().max(120).optional(),
  reason: text.optional(),
  currency,
  rate: z.number().nonnegative().optional(),
  buyer: personFields.extend({ externalId: id.optional() }).optional(),
  /** Quantities and totals are positive here; they are stored with the opposite sign. */
  lines: z.array(orderLine).max(5000),
  changedAt: time.optional(),
});

export const reviewRecord = z.object({
  kind: z.literal('review'),
  externalId: id,
  orderExternalId: z.string().max(200).optional(),
  productExternalId: z.string().max(200).optional(),
  customerExternalId: z.string().max(200).optional(),
  rating: z.int().min(1).max(5).optional(),
  title: text.optional(),
  text: z.string().max(20_000).optional(),
  createdAt: time,
  answeredAt: time.optional(),
  answer: z.string().max(20_000).optional(),
  changedAt: time.optional(),
});

export const eventTypes = [
  'view',
  'cart_add',
  'cart_remove',
  'favourite',
  'search',
  'section_visit',
  'checkout_start',
  'purchase',
] as const;

/** A behaviour event; lives in the warehouse alone, stored once per (channel, id). */
export const eventRecord = z.object({
  kind: z.literal('event'),
  externalId: id,
  type: z.enum(eventTypes),
  at: time,
  customerExternalId: z.string().max(200).optional(),
  visitor: z.string().max(200).optional(),
  productExternalId: z.string().max(200).optional(),
  section: text.optional(),
  query: text.optional(),
  quantity: z.number().optional(),
  amount: minor.optional(),
  currency: currency.optional(),
  seconds: z.number().optional().describe('Visible time on the page'),
  device: z.string().max(120).optional(),
  properties: z.record(z.string(), z.string()).optional(),
});

export const canonicalRecord = z.discriminatedUnion('kind', [
  customerRecord,
  productRecord,
  stockRecord,
  orderRecord,
  returnRecord,
  reviewRecord,
  eventRecord,
]);

export type PersonFields = z.infer<typeof personFields>;
export type CustomerRecord = z.infer<typeof customerRecord>;
export type ProductRecord = z.infer<typeof productRecord>;
export type StockRecord = z.infer<typeof stockRecord>;
export type OrderLine = z.infer<typeof orderLine>;
export type OrderRecord = z.infer<typeof orderRecord>;
export type ReturnRecord = z.infer<typeof returnRecord>;
export type ReviewRecord = z.infer<typeof reviewRecord>;
export type EventRecord = z.infer<typeof eventRecord>;
export type CanonicalRecord = z.infer<typeof canonicalRecord>;
export type RecordKind = CanonicalRecord['kind'];
