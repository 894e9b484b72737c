/** One offer of a feed to a product. */
import type { BadRowReason } from '../../../../../contract/imports.ts';
import type { Currency } from '../../../../../contract/money.ts';
import type { ProductRecord } from '../../../../../contract/records.ts';
import type { FeedHead, FeedOffer } from '../../tables/feed.ts';
import type { ReadingDefaults } from '../../translate/cells.ts';
import { withoutEmpty } from '../../translate/person.ts';
import { onlyWarehouse } from '../../translate/single-rows.ts';
import { parseDecimal } from '../../values/decimal.ts';
import { toMinor, toNumber } from '../../values/money.ts';
import { parseTime } from '../../values/time.ts';
import { timeZone } from '../../values/time-zone.ts';
import { currencyCode } from '../../values/words-in-cells.ts';

export class OfferFault extends Error {
  readonly element: string;
  readonly reason: BadRowReason;

  constructor(element: string, reason: BadRowReason) {
    super(reason);
    this.element = element;
    this.reason = reason;
  }
}

/** @throws OfferFault where the offer has no id or name, or an amount is none */
export function readOffer(offer: FeedOffer, head: FeedHead, defaults: ReadingDefaults): ProductRecord {
  const id = offer.attributes.id?.trim();
  if (!id) throw new OfferFault('id', 'missing');
  const name = nameOf(offer);
  if (name === undefined) throw new OfferFault('name', 'missing');
  if (name.length > 500) throw new OfferFault('name', 'too_long');
  const quantity = quantityOf(offer);
  return withoutEmpty({
    kind: 'product' as const,
    externalId: id,
    sku: first(offer, 'vendorCode') ?? paramByCode(offer, 'article'),
    name,
    brand: first(offer, 'vendor'),
    category: deepestCategory(offer, head),
    barcode: first(offer, 'barcode'),
    imageUrl: first(offer, 'picture'),
    url: first(offer, 'url'),
    groupId: offer.attributes.group_id ?? offer.attributes.productId,
    attributes: attributesOf(offer),
    currency: currencyOf(offer, head, defaults),
    price: amount(offer, 'price'),
    oldPrice: amount(offer, 'oldprice'),
    cost: amount(offer, 'purchasePrice') ?? amount(offer, 'purchase_price'),
    active: activity(offer),
    stock: quantity === undefined ? undefined : { [onlyWarehouse]: quantity },
    changedAt: head.date === null ? undefined : (parseTime(head.date, timeZone(defaults.timeZone)) ?? undefined),
  });
}

function first(offer: FeedOffer, element: string): string | undefined {
  return offer.fields[element]?.[0] || undefined;
}

/** `name`, or the parts that the old "vendor.model" form gives instead. */
function nameOf(offer: FeedOffer): string | undefined {
  const parts = [first(offer, 'typePrefix'), first(offer, 'vendor'), first(offer, 'model')].filter((part) => part !== undefined);
  return first(offer, 'name') ?? (first(offer, 'model') ? parts.join(' ') : first(offer, 'productName'));
}

function paramByCode(offer: FeedOffer, code: string): string | undefined {
  return offer.params.find((param) => param.code === code)?.value || undefined;
}

function attributesOf(offer: FeedOffer): Record<string, string> | undefined {
  const named = offer.params.filter((param) => param.value !== '' && (param.name || param.code));
  if (named.length === 0) return undefined;
  return Object.fromEntries(named.map(({ name, code, value, unit }) => [name || code, unit ? `${value} ${unit}` : value]));
}

const longestPath = 10;

/** An offer in several categories belongs to the most particular one: shops list "all goods" and "sale" beside it. */
function deepestCategory(offer: FeedOffer, head: FeedHead): string[] | undefined {
  const paths = (offer.fields.categoryId ?? []).map((id) => categoryPath(id, head));
  const deepest = paths.reduce((best, path) => (path.length >= best.length ? path : best), []);
  return deepest.length > 0 ? deepest : undefined;
}

function categoryPath(id: string, head: FeedHead): string[] {
  const path: string[] = [];
  let at: string | null = id;
  while (at !== null && path.length < longestPath) {
    const category = head.categories.get(at);
    if (!category) break;
    path.unshift(category.name);
    at = category.parent;
  }
  return path;
}

function currencyOf(offer: FeedOffer, head: FeedHead, defaults: ReadingDefaults): Currency {
  const written = first(offer, 'currencyId') ?? head.baseCurrency;
  if (written === null) return defaults.currency;
  const code = currencyCode(written);
  if (code === null) throw new OfferFault('currencyId', 'not_a_currency');
  return code;
}

function amount(offer: FeedOffer, element: string): number | undefined {
  const text = first(offer, element);
  if (text === undefined) return undefined;
  const value = parseDecimal(text);
  const minor = value && toMinor(value);
  if (minor === null) throw new OfferFault(element, 'not_a_number');
  return minor;
}

function quantityOf(offer: FeedOffer): number | undefined {
  const text = offer.attributes.quantity ?? first(offer, 'count') ?? first(offer, 'quantity');
  if (text === undefined || text === '') return undefined;
  const value = parseDecimal(text);
  if (value === null) throw new OfferFault('quantity', 'not_a_number');
  return toNumber(value);
}

function activity(offer: FeedOffer): boolean | undefined {
  const text = first(offer, 'productActivity') ?? offer.attributes.available;
  return text === undefined ? undefined : /^(?:y|yes|true|1)$/i.test(text);
}
