/** What a column of a table can mean, for each kind of record, with the names that shops and programs give it. */
import type { ImportKind } from '../../../../contract/imports.ts';
import { names } from './field-names.ts';

export type FieldType =
  | 'id'
  | 'text'
  | 'amount'
  | 'number'
  | 'time'
  | 'day'
  | 'currency'
  | 'flag'
  | 'sex'
  | 'list'
  | 'rating'
  | 'email'
  | 'phone';

export interface Field {
  key: FieldKey;
  type: FieldType;
  required: boolean;
  /** Normalised names, see `normalName`. */
  names: readonly string[];
}

const types = {
  externalId: 'id',
  number: 'id',
  placedAt: 'time',
  status: 'text',
  total: 'amount',
  currency: 'currency',
  title: 'text',
  buyerId: 'id',
  name: 'text',
  lastName: 'text',
  firstName: 'text',
  middleName: 'text',
  email: 'email',
  phone: 'phone',
  city: 'text',
  region: 'text',
  country: 'text',
  postcode: 'id',
  address: 'text',
  productId: 'id',
  sku: 'id',
  productName: 'text',
  quantity: 'number',
  price: 'amount',
  discount: 'amount',
  lineTotal: 'amount',
  cost: 'amount',
  commission: 'amount',
  logistics: 'amount',
  deliveryMethod: 'text',
  deliveryScheme: 'text',
  deliveryCost: 'amount',
  trackNumber: 'id',
  warehouse: 'text',
  promisedAt: 'time',
  shippedAt: 'time',
  deliveredAt: 'time',
  paymentMethod: 'text',
  paid: 'amount',
  paidAt: 'time',
  comment: 'text',
  source: 'text',
  changedAt: 'time',
  sex: 'sex',
  birthDate: 'day',
  tags: 'list',
  company: 'text',
  taxId: 'id',
  registeredAt: 'time',
  brand: 'text',
  category: 'list',
  barcode: 'id',
  imageUrl: 'text',
  url: 'text',
  groupId: 'id',
  oldPrice: 'amount',
  stock: 'number',
  reserved: 'number',
  active: 'flag',
  orderId: 'id',
  rating: 'rating',
  reviewTitle: 'text',
  text: 'text',
  createdAt: 'time',
  answer: 'text',
  answeredAt: 'time',
  reason: 'text',
} as const satisfies Record<string, FieldType>;

export type FieldKey = keyof typeof types;

const person: FieldKey[] = ['name', 'lastName', 'firstName', 'middleName', 'email', 'phone', 'city', 'region', 'country', 'postcode'];
const line: FieldKey[] = [
  'productId',
  'sku',
  'productName',
  'quantity',
  'price',
  'discount',
  'lineTotal',
  'cost',
  'commission',
  'logistics',
];
const delivery: FieldKey[] = [
  'deliveryMethod',
  'deliveryScheme',
  'deliveryCost',
  'address',
  'trackNumber',
  'warehouse',
  'promisedAt',
  'shippedAt',
  'deliveredAt',
];
const product: FieldKey[] = [
  'sku',
  'name',
  'brand',
  'category',
  'barcode',
  'imageUrl',
  'url',
  'groupId',
  'currency',
  'price',
  'oldPrice',
  'cost',
  'stock',
  'warehouse',
  'active',
  'changedAt',
];

const keys: Record<ImportKind, FieldKey[]> = {
  order: [
    'externalId',
    'number',
    'placedAt',
    'status',
    'total',
    'currency',
    'title',
    'buyerId',
    ...person,
    ...line,
    ...delivery,
    'paymentMethod',
    'paid',
    'paidAt',
    'comment',
    'source',
    'changedAt',
  ],
  return: ['externalId', 'orderId', 'placedAt', 'status', 'reason', 'currency', 'buyerId', ...person, ...line, 'changedAt'],
  customer: ['externalId', ...person, 'sex', 'birthDate', 'tags', 'company', 'taxId', 'source', 'registeredAt', 'changedAt'],
  product: ['externalId', ...product],
  stock: ['externalId', 'sku', 'warehouse', 'stock', 'reserved', 'changedAt'],
  review: [
    'externalId',
    'orderId',
    'productId',
    'buyerId',
    'rating',
    'reviewTitle',
    'text',
    'createdAt',
    'answer',
    'answeredAt',
    'changedAt',
  ],
};

/** Without these a row cannot become a record of the kind. */
const required: Record<ImportKind, FieldKey[]> = {
  order: ['externalId', 'placedAt'],
  return: ['externalId', 'placedAt'],
  customer: [],
  product: ['name'],
  stock: ['stock'],
  review: ['createdAt'],
};

export const fieldsOf: Record<ImportKind, Field[]> = {
  order: describe('order'),
  return: describe('return'),
  customer: describe('customer'),
  product: describe('product'),
  stock: describe('stock'),
  review: describe('review'),
};

function describe(kind: ImportKind): Field[] {
  return keys[kind].map((key) => ({
    key,
    type: types[key],
    required: required[kind].includes(key),
    names: names(kind, key),
  }));
}
