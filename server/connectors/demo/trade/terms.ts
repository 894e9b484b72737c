/** On what terms an order is made: payment, delivery, discounts, and whether it will be kept. */
import type { Day } from '../calendar/calendar.ts';
import type { SalesChannel, Way } from '../channels/channel.ts';
import { shopChannel } from '../channels/channels.ts';
import { onDelivery, prepaid } from '../channels/shop.ts';
import type { Pick } from '../demand/basket.ts';
import type { Ending, Life } from '../orders/life.ts';
import { type Random, scramble, unitOf } from '../random.ts';
import { refusalByDistance } from '../stories.ts';
import type { PaymentKey, Vocabulary } from '../vocabulary/vocabulary.ts';
import { drawByShare } from '../weighted.ts';
import type { World } from '../world.ts';

export interface Terms {
  payment: PaymentKey | null;
  life: Life;
  ending: Ending;
  method: keyof Vocabulary['delivery'];
  extraPercent: number;
  promoCode: string | null;
}

interface Situation {
  channel: number;
  way: Way;
  distance: number;
  /** Orders of this buyer before. */
  before: number;
  source: string;
}

export function agreeTerms(world: World, { channel, way, distance, before, source }: Situation, random: Random): Terms {
  const place = world.channels[channel];
  const payment = drawPayment(place, random);
  const own = channel === shopChannel;
  const welcomed = own && before === 0 && (source === 'ads' || source === 'social') && random.chance(0.35);
  const regular = own && before >= 4 ? 5 : 0;
  return {
    payment,
    life: own ? (payment === 'on-delivery' ? onDelivery : prepaid) : way.life,
    ending: drawEnding(place, own && payment === 'on-delivery' ? refusalByDistance[distance] : undefined, distance, random),
    method: own ? drawMethod(distance, random) : random.chance(0.86) ? 'pickup' : 'courier',
    extraPercent: welcomed ? 10 : regular,
    promoCode: welcomed ? 'HELLO10' : null,
  };
}

function drawPayment(channel: SalesChannel | undefined, random: Random): PaymentKey | null {
  const table = Object.entries(channel?.payments ?? {}) as [PaymentKey, number][];
  return drawByShare(table, ([, share]) => share, random.unit())?.[0] ?? null;
}

function drawEnding(channel: SalesChannel | undefined, refusal: number | undefined, distance: number, random: Random): Ending {
  const chance = random.unit();
  const cancelled = channel?.cancelled ?? 0;
  if (chance < cancelled) return 'cancelled';
  const refused = refusal ?? (channel?.refused ?? 0) * (0.8 + 0.15 * distance);
  return chance < cancelled + refused ? 'refused' : 'kept';
}

function drawMethod(distance: number, random: Random): keyof Vocabulary['delivery'] {
  const chance = random.unit();
  if (distance === 0 && chance < 0.12) return 'self';
  if (distance <= 1 && chance < 0.4) return 'courier';
  return distance >= 3 && chance < 0.4 ? 'post' : 'pickup';
}

const feeRoubles: Partial<Record<keyof Vocabulary['delivery'], number>> = { pickup: 199, courier: 349, post: 299 };
const freeFromRoubles = 3_000;

/** What the web shop charges for delivery, minor units; nothing for large orders. */
export function deliveryFee(world: World, day: Day, method: keyof Vocabulary['delivery'], picks: readonly Pick[]): number {
  const goods = picks.reduce(
    (sum, { product, quantity }) => sum + quantity * world.prices.regular(shopChannel, product.index, day.index),
    0,
  );
  const { priceFactor } = world.country;
  return goods >= freeFromRoubles * 100 * priceFactor ? 0 : Math.round((feeRoubles[method] ?? 0) * priceFactor) * 100;
}

/** What a channel adds to an order besides the usual: the sale it belongs to, a code, its own number for the buyer. */
export function describeFields(
  world: World,
  day: Day,
  { channel, way }: Situation,
  person: number,
  picks: readonly Pick[],
  promoCode: string | null,
): Record<string, unknown> {
  const sale = world.sales.find((each) => each.isOn(day));
  const reduced = picks.some(({ product }) => world.prices.percentOff(channel, product.index, day.index) > 0);
  const known = way.reveals === 'name' || way.reveals === 'parcel';
  return {
    ...(sale && reduced ? { promotion: sale.name } : {}),
    ...(promoCode ? { promo_code: promoCode } : {}),
    ...(known ? { customer_id: String(70_000_000 + (scramble(world.seed, person, 81) % 900_000_000)) } : {}),
    ...(known || way.reveals === 'pseudonym' ? { is_premium: unitOf(world.seed, person, 82) < 0.38 } : {}),
  };
}
