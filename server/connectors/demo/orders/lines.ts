/** Order lines to the kopeck: what is paid, what was off, what the channel keeps, what the goods cost. */
import type { OrderLine } from '../../../../contract/records.ts';
import { unitCost } from '../assortment/offers.ts';
import type { Pick } from '../demand/basket.ts';
import type { World } from '../world.ts';

export interface LineTerms {
  channel: number;
  day: number;
  /** Percent off on top of the sale: a promo code, a regular's or a wholesaler's discount. */
  extraPercent: number;
  /** Fees are known when they are charged: logistics at dispatch, commission at delivery. */
  shipped: boolean;
  delivered: boolean;
}

export function writeLine(world: World, { product, quantity }: Pick, place: number, terms: LineTerms): OrderLine {
  const { channel, day } = terms;
  const price = world.prices.regular(channel, product.index, day);
  const off = world.prices.percentOff(channel, product.index, day);
  const discount = Math.round(price * quantity * (1 - ((100 - off) * (100 - terms.extraPercent)) / 10_000));
  const cost = unitCost(world, product);
  const line: OrderLine = {
    externalId: String(place + 1),
    productExternalId: world.channels[channel]?.productId(product.index) ?? '',
    sku: product.sku,
    name: product.name,
    quantity,
    price,
    discount,
    total: price * quantity - discount,
    kind: 'goods',
  };
  if (cost !== null) line.cost = cost * quantity;
  addFees(world, line, product.category.group, terms);
  return line;
}

function addFees(world: World, line: OrderLine, group: keyof World['words']['groups'], terms: LineTerms): void {
  const channel = world.channels[terms.channel];
  if (!channel) return;
  const [fixed, percent] = channel.logistics;
  if (terms.shipped) line.logistics = Math.round(fixed * world.country.priceFactor + (line.total * percent) / 100);
  if (terms.delivered) line.commission = Math.round((line.total * channel.commission[group]) / 100);
}

/** Delivery that the buyer pays for, in the web shop. */
export function writeDelivery(world: World, place: number, amount: number): OrderLine {
  return {
    externalId: String(place + 1),
    name: world.words.delivery.line,
    quantity: 1,
    price: amount,
    discount: 0,
    total: amount,
    kind: 'delivery',
  };
}
