/** How much of each product lies where. Quantities are in the units of the product. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { pageOf, pageQuery } from './page.ts';
import { byId, positiveId, several, yesNo } from './query.ts';

const time = z.iso.datetime({ offset: true });

export const stockLevel = z.object({
  id: z.int(),
  productId: z.int().nullable().describe('Null while the catalogue does not know it'),
  productName: z.string().nullable(),
  externalId: z.string().describe('As the channel calls the product'),
  sku: z.string().nullable(),
  channelId: z.int(),
  warehouse: z.object({ id: z.int(), name: z.string() }),
  quantity: z.number(),
  reserved: z.number(),
  free: z.number(),
  changedAt: time,
});

export type StockLevel = z.infer<typeof stockLevel>;

export const warehouse = z.object({
  id: z.int(),
  channelId: z.int(),
  code: z.string(),
  name: z.string(),
  products: z.int(),
  quantity: z.number(),
  reserved: z.number(),
});

export type StockWarehouse = z.infer<typeof warehouse>;

export const stockFilter = z.object({
  product: several(positiveId),
  warehouse: several(positiveId),
  channel: several(positiveId),
  inStock: yesNo.describe('False: nothing free'),
  unknown: yesNo.describe('The catalogue does not know the product'),
});

export type StockFilter = z.output<typeof stockFilter>;

export const stock = {
  'GET /stock': endpoint({
    says: 'Levels per product and warehouse',
    may: 'catalog.read',
    query: stockFilter.extend(pageQuery.shape),
    answer: pageOf(stockLevel),
  }),
  'GET /stock/warehouses': endpoint({ says: 'Warehouses with what lies in each', may: 'catalog.read', answer: z.array(warehouse) }),
  'PATCH /stock/warehouses/:id': endpoint({
    says: 'Names a warehouse as people call it',
    may: 'catalog.write',
    params: byId,
    body: z.object({ name: z.string().trim().min(1).max(120) }),
    answer: warehouse,
  }),
};
