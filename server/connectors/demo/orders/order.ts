/** Writes one order as its channel would tell it today: its past is in the history, its future is not known yet. */
import type { OrderLine, OrderRecord } from '../../../../contract/records.ts';
import { dayOf, hour, iso } from '../calendar/calendar.ts';
import type { Way } from '../channels/channel.ts';
import type { City } from '../country/country.ts';
import type { Pick } from '../demand/basket.ts';
import type { Random } from '../random.ts';
import type { PaymentKey, Vocabulary } from '../vocabulary/vocabulary.ts';
import type { World } from '../world.ts';
import type { Buyer } from './buyer.ts';
import { type Ending, type Life, promisedHours, type Step, walkLife } from './life.ts';
import { writeDelivery, writeLine } from './lines.ts';

export interface Purchase {
  channel: number;
  way: Way;
  life: Life;
  ending: Ending;
  at: number;
  ids: { externalId: string; number?: string };
  buyer: Buyer;
  city: City;
  address?: string;
  picks: readonly Pick[];
  extraPercent: number;
  payment: PaymentKey | null;
  method: keyof Vocabulary['delivery'];
  /** Charged for delivery, minor units. */
  deliveryFee: number;
  source?: string;
  comment?: string;
  fields?: Record<string, unknown>;
}

export interface Order {
  record: OrderRecord;
  purchase: Purchase;
  /** When it reaches, or would have reached, the buyer; null when it never does. May lie in the future. */
  deliveredAt: number | null;
  promisedAt: number;
  /** The last stage that is known today. */
  now: Step;
}

export function writeOrder(world: World, purchase: Purchase, random: Random): Order {
  const { at, life, ending, city } = purchase;
  const steps = walkLife(life, ending, at, city.distance, random);
  const known = steps.filter((step) => step.at <= world.calendar.until);
  const now = known.at(-1) ?? { at, status: life.stages[0]?.status ?? '', group: 'new' };
  const promisedAt = at + promisedHours(life, city.distance) * hour;
  const lines = writeLines(world, purchase, known);
  const total = lines.reduce((sum, line) => sum + line.total, 0);
  const record: OrderRecord = {
    kind: 'order',
    ...purchase.ids,
    placedAt: iso(at),
    status: now.status,
    statusGroup: now.group,
    currency: world.country.currency,
    buyer: purchase.buyer,
    lines,
    total,
    delivery: describeDelivery(world, purchase, known, promisedAt, random),
    history: known.map((step) => ({ at: iso(step.at), status: step.status, statusGroup: step.group })),
    changedAt: iso(now.at),
  };
  addExtras(record, purchase);
  addPayment(world, record, purchase, known, total);
  return { record, purchase, deliveredAt: steps.find((step) => step.group === 'done')?.at ?? null, promisedAt, now };
}

function writeLines(world: World, { channel, at, picks, extraPercent, deliveryFee }: Purchase, known: readonly Step[]): OrderLine[] {
  const terms = {
    channel,
    day: dayOf(world.calendar, at),
    extraPercent,
    shipped: known.some((step) => step.group === 'delivery'),
    delivered: known.some((step) => step.group === 'done'),
  };
  const lines = picks.map((pick, place) => writeLine(world, pick, place, terms));
  return deliveryFee > 0 ? [...lines, writeDelivery(world, lines.length, deliveryFee)] : lines;
}

function describeDelivery(
  world: World,
  purchase: Purchase,
  known: readonly Step[],
  promisedAt: number,
  random: Random,
): OrderRecord['delivery'] {
  const { way, city, address, method } = purchase;
  const shipped = known.find((step) => step.group === 'delivery');
  const delivered = known.find((step) => step.group === 'done');
  return {
    method: world.words.delivery[method],
    ...(way.scheme ? { scheme: way.scheme } : {}),
    city: city.name,
    region: city.region,
    ...(address ? { address } : {}),
    ...(shipped && address ? { trackNumber: String(80_000_000_000_000 + Math.floor(random.unit() * 9e12)) } : {}),
    warehouse: world.words.warehouses[way.warehouse] ?? '',
    promisedAt: iso(promisedAt),
    ...(shipped ? { shippedAt: iso(shipped.at) } : {}),
    ...(delivered ? { deliveredAt: iso(delivered.at) } : {}),
  };
}

function addExtras(record: OrderRecord, { source, comment, fields }: Purchase): void {
  if (source) record.acquiredFrom = source;
  if (comment) record.comment = comment;
  if (fields && Object.keys(fields).length > 0) record.fields = fields;
}

/** Money that came in and stayed: on delivery when delivered, by invoice when approved, else at once. */
function addPayment(world: World, record: OrderRecord, { payment, at }: Purchase, known: readonly Step[], amount: number): void {
  if (!payment || record.statusGroup === 'cancelled') return;
  const paidAt = payment === 'on-delivery' || payment === 'invoice' ? paymentMoment(payment, known) : at;
  record.payments = [{ method: world.words.payments[payment], amount, ...(paidAt === null ? {} : { paidAt: iso(paidAt) }) }];
}

function paymentMoment(payment: 'on-delivery' | 'invoice', known: readonly Step[]): number | null {
  const group = payment === 'invoice' ? 'assembly' : 'done';
  return known.find((step) => step.group === group)?.at ?? null;
}
