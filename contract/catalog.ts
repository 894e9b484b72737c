/** Goods: the list, the card with prices and sales, categories, and what unknown goods of orders are. Amounts are minor units. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { minor } from './money.ts';
import { pageOf, pageQuery } from './page.ts';
import { byId, fieldValues, positiveId, several, yesNo } from './query.ts';

const time = z.iso.datetime({ offset: true });
const tag = z.string().trim().min(1).max(60);

export const productFilter = z.object({
  q: z.string().trim().max(200).optional().describe('Words of the name, brand, article, barcode, or what a channel calls it'),
  category: several(positiveId).describe('With everything below'),
  brand: several(z.string().max(500)),
  channel: several(positiveId).describe('Offered there'),
  active: yesNo,
  inStock: yesNo.describe('False: reported and nothing free'),
  withoutCost: yesNo,
  unmapped: yesNo.describe('Offered on none of these channels, or on none at all'),
  tag: several(tag),
  field: fieldValues,
});

export type ProductFilter = z.output<typeof productFilter>;

export const productSorts = ['name', '-name', 'sku', '-sku', 'price', '-price', 'stock', '-stock', 'updatedAt', '-updatedAt'] as const;
export const productSort = z.enum(productSorts).default('name').describe('`-` is descending');
export type ProductSort = (typeof productSorts)[number];

export const productRow = z.object({
  id: z.int(),
  sku: z.string().nullable(),
  name: z.string(),
  brand: z.string().nullable(),
  category: z.object({ id: z.int(), path: z.string() }).nullable(),
  barcode: z.string().nullable(),
  imageUrl: z.string().nullable(),
  price: minor.nullable().describe('The lowest of active offers'),
  priceCurrency: z.string().nullable(),
  cost: minor.nullable(),
  currency: z.string().nullable().describe('Of the cost'),
  stock: z.number().nullable().describe('Free in all warehouses; null where nobody reports it'),
  active: z.boolean(),
  tags: z.array(z.string()),
  fields: z.record(z.string(), z.unknown()).describe('Custom fields'),
  channels: z.array(z.int()).describe('Where it is offered'),
  updatedAt: time,
});

export type ProductRow = z.infer<typeof productRow>;

const offer = z.object({
  id: z.int(),
  channelId: z.int(),
  externalId: z.string(),
  name: z.string(),
  currency: z.string().nullable(),
  price: minor.nullable(),
  oldPrice: minor.nullable(),
  url: z.string().nullable(),
  active: z.boolean(),
  prices: z
    .array(z.object({ at: time, currency: z.string(), price: minor, oldPrice: minor.nullable() }))
    .describe('Newest first, the last 400'),
});

export const salesDays = [7, 30, 90] as const;

const sales = z.object({
  days: z.int(),
  orders: z.int(),
  units: z.number(),
  revenue: minor.describe('In the accounting currency, cancelled orders not counted'),
  returnedUnits: z.number().describe('Came back in these days'),
  returnRate: z.number().nullable().describe('Returned units to sold ones; null where none were sold'),
});

export const productCard = productRow.omit({ channels: true }).extend({
  url: z.string().nullable(),
  groupId: z.string().nullable(),
  attributes: z.record(z.string(), z.string()),
  edited: z.array(z.string()).describe('What people wrote, so that channels no longer overwrite it'),
  offers: z.array(offer),
  sales: z.array(sales).describe('For the last 7, 30 and 90 days'),
  createdAt: time,
});

export type ProductCard = z.infer<typeof productCard>;

export const productChange = z.object({
  name: z.string().trim().min(1).max(500).optional(),
  brand: z.string().trim().max(500).nullable().optional(),
  categoryId: z.int().positive().nullable().optional(),
  cost: minor.nonnegative().nullable().optional(),
  active: z.boolean().optional(),
  tags: z.array(tag).max(50).optional(),
  fields: z.record(z.string(), z.unknown()).optional().describe('By key; null takes a value away'),
});

export type ProductChange = z.infer<typeof productChange>;

export const category = z.object({
  id: z.int(),
  parentId: z.int().nullable(),
  name: z.string(),
  path: z.string().describe('Names from the root joined by ` / `'),
  products: z.int().describe('In it'),
  productsBelow: z.int().describe('In it and everything below'),
});

export type Category = z.infer<typeof category>;

export const catalog = {
  'GET /products': endpoint({
    says: 'Goods, any filter and sort',
    may: 'catalog.read',
    query: productFilter.extend({ ...pageQuery.shape, sort: productSort, count: yesNo.describe('Also count everything found') }),
    answer: pageOf(productRow),
  }),
  'GET /products/export': endpoint({
    says: 'The same goods as a CSV file',
    may: 'export.run',
    query: productFilter.extend({ sort: productSort }),
    stream: 'download',
  }),
  'GET /products/brands': endpoint({
    says: 'Brands with how many goods each has, most first',
    may: 'catalog.read',
    query: z.object({ q: z.string().trim().max(200).optional(), limit: pageQuery.shape.limit }),
    answer: z.array(z.object({ brand: z.string(), products: z.int() })),
  }),
  'GET /products/:id': endpoint({
    says: 'A product with offers, prices and sales; stock is at `/stock?product=`, reviews at `/reviews/summary?product=`',
    may: 'catalog.read',
    params: byId,
    answer: productCard,
  }),
  'PATCH /products/:id': endpoint({
    says: 'Changes a product; what is written here channels no longer overwrite',
    may: 'catalog.write',
    params: byId,
    body: productChange,
    answer: productCard,
  }),
  'POST /products/unknown/map': endpoint({
    says: 'Says which product a channel means by a name; waiting order lines, stock and reviews follow at once',
    may: 'catalog.write',
    body: z.object({ channelId: z.int().positive(), externalId: z.string().trim().min(1).max(200), productId: z.int().positive() }),
    answer: offer.omit({ prices: true }),
    creates: true,
  }),
  'GET /categories': endpoint({
    says: 'The tree of categories as a list in its order',
    may: 'catalog.read',
    answer: z.array(category),
  }),
};
