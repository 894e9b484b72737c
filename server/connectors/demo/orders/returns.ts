/** What comes back, why, and when: by kind of goods, by size, and by the flaws of a few models. */
import type { OrderLine, ReturnRecord } from '../../../../contract/records.ts';
import type { Product } from '../assortment/products.ts';
import { dayOf, iso } from '../calendar/calendar.ts';
import type { Group } from '../calendar/seasons.ts';
import type { Random } from '../random.ts';
import type { Reason } from '../vocabulary/vocabulary.ts';
import { Weighted } from '../weighted.ts';
import type { World } from '../world.ts';
import type { Order } from './order.ts';

const why: Record<Group, Weighted<Reason>> = {
  tea: chances({ taste: 5, broken: 2, wrong: 2, mind: 1 }),
  coffee: chances({ taste: 5, broken: 1, wrong: 3, mind: 1 }),
  sweets: chances({ taste: 3, broken: 5, wrong: 1 }),
  dishes: chances({ broken: 6, defect: 2, colour: 2, mind: 2, wrong: 1 }),
  textile: chances({ colour: 4, mind: 3, defect: 2, large: 1, small: 1 }),
  clothes: chances({ small: 5, large: 3, colour: 1, mind: 3, defect: 1 }),
  cosy: chances({ taste: 3, broken: 3, mind: 2, colour: 1 }),
  festive: chances({ defect: 4, broken: 3, mind: 2, colour: 1 }),
};

function chances(table: Partial<Record<Reason, number>>): Weighted<Reason> {
  return new Weighted(Object.keys(table) as Reason[], (reason) => table[reason] ?? 0);
}

export interface Regret {
  at: number;
  record: ReturnRecord;
  /** By place of the line in the order. */
  reasons: ReadonlyMap<number, Reason>;
}

/** Decides about the lines of an order that reaches its buyer; null when everything stays. */
export function planReturn(world: World, order: Order, random: Random): Regret | null {
  const { deliveredAt, purchase } = order;
  if (deliveredAt === null) return null;
  const day = dayOf(world.calendar, deliveredAt);
  const reasons = new Map<number, Reason>();
  for (const [place, { product }] of purchase.picks.entries()) {
    const reason = findReason(product, day, random);
    if (reason) reasons.set(place, reason);
  }
  if (reasons.size === 0) return null;
  const at = Math.floor((deliveredAt + (8 + random.exponential(90)) * 3_600_000) / 1_000) * 1_000;
  return { at, reasons, record: writeReturn(world, order, at, reasons, random) };
}

function findReason({ category, flaw }: Product, day: number, random: Random): Reason | null {
  if (flaw && day >= flaw.from && day <= flaw.to && random.chance(flaw.share)) return flaw.reason;
  return random.chance(category.returns) ? why[category.group].draw(random.unit()) : null;
}

function writeReturn(world: World, { record }: Order, at: number, reasons: ReadonlyMap<number, Reason>, random: Random): ReturnRecord {
  const [first = 'mind'] = reasons.values();
  return {
    kind: 'return',
    externalId: `R-${record.externalId}`,
    orderExternalId: record.externalId,
    returnedAt: iso(at),
    status: 'received',
    reason: world.words.reasons[first],
    currency: record.currency,
    lines: [...reasons.keys()].flatMap((place) => {
      const sold = record.lines[place];
      return sold ? [giveBack(sold, random)] : [];
    }),
    changedAt: iso(at),
  };
}

/** All of a line, or a part of it, at the price that was paid. */
function giveBack(sold: OrderLine, random: Random): OrderLine {
  const quantity = sold.quantity > 1 && random.chance(0.6) ? random.whole(1, sold.quantity) : sold.quantity;
  const total = Math.round((sold.total * quantity) / sold.quantity);
  const line: OrderLine = {
    externalId: sold.externalId,
    productExternalId: sold.productExternalId,
    sku: sold.sku,
    name: sold.name,
    quantity,
    price: sold.price,
    discount: sold.price * quantity - total,
    total,
    kind: 'goods',
  };
  if (sold.cost !== undefined) line.cost = Math.round((sold.cost * quantity) / sold.quantity);
  return line;
}
