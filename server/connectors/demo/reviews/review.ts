/** What buyers write: stars that follow from quality, delay and returns, and words that follow from the stars. */
import type { ReviewRecord } from '../../../../contract/records.ts';
import type { Product } from '../assortment/products.ts';
import { hour, iso } from '../calendar/calendar.ts';
import type { Group } from '../calendar/seasons.ts';
import type { Order } from '../orders/order.ts';
import type { Random } from '../random.ts';
import type { Reason, ReviewWords } from '../vocabulary/vocabulary.ts';
import type { World } from '../world.ts';

type Complaint = Reason | 'late';

const starsOf: Record<Complaint, readonly number[]> = {
  small: [2, 3, 3, 4],
  large: [2, 3, 4],
  broken: [1, 1, 2],
  defect: [1, 1, 2],
  taste: [2, 2, 3],
  colour: [2, 3],
  wrong: [1, 2],
  mind: [3, 4, 5],
  late: [2, 3, 4],
};

/** @param reasons of the lines that went back, by place */
export function planReviews(
  world: World,
  order: Order,
  reasons: ReadonlyMap<number, Reason>,
  random: Random,
): { at: number; record: ReviewRecord }[] {
  const { deliveredAt, purchase, promisedAt } = order;
  const habit = world.channels[purchase.channel]?.reviews;
  if (deliveredAt === null || !habit) return [];
  return purchase.picks.flatMap(({ product }, place) => {
    const reason = reasons.get(place);
    if (!random.chance(reason ? habit.share * 2.2 : habit.share)) return [];
    const complaint = reason ?? (deliveredAt > promisedAt + 24 * hour && random.chance(0.5) ? 'late' : null);
    const at = Math.floor((deliveredAt + (6 + random.exponential(70)) * hour) / 1_000) * 1_000;
    return [{ at, record: writeReview(world, order, { place, product, complaint, at, named: habit.named }, random) }];
  });
}

interface Impression {
  place: number;
  product: Product;
  complaint: Complaint | null;
  at: number;
  named: boolean;
}

function writeReview(world: World, { record: order }: Order, seen: Impression, random: Random): ReviewRecord {
  const rating = seen.complaint ? random.pick(starsOf[seen.complaint]) : drawStars(seen.product.quality, random);
  const text = composeText(world.words.reviews, seen.product.category.group, rating, seen.complaint, random);
  const productExternalId = order.lines[seen.place]?.productExternalId;
  const answer = composeAnswer(world, seen.at, rating, random);
  return {
    kind: 'review',
    externalId: `${order.externalId}:${seen.place + 1}`,
    ...(seen.named ? { orderExternalId: order.externalId } : {}),
    ...(seen.named && order.buyer?.externalId ? { customerExternalId: order.buyer.externalId } : {}),
    ...(productExternalId ? { productExternalId } : {}),
    rating,
    ...(text ? { text } : {}),
    createdAt: iso(seen.at),
    ...answer,
    changedAt: answer.answeredAt ?? iso(seen.at),
  };
}

function drawStars(quality: number, random: Random): number {
  const mood = random.unit();
  if (mood < quality * 0.82) return 5;
  if (mood < quality * 0.82 + 0.15) return 4;
  return mood < 0.97 ? 3 : random.whole(1, 2);
}

/** Nothing at all, or two to three sentences that agree with the stars. */
export function composeText(words: ReviewWords, group: Group, rating: number, complaint: Complaint | null, random: Random): string {
  if (random.chance(rating === 5 ? 0.3 : 0.08)) return '';
  const praise = () => random.pick(words.praise[group]);
  const blame = complaint ? random.pick(words.blame[complaint]) : random.pick(words.but);
  if (rating >= 5) return join(praise(), random.chance(0.5) ? random.pick(words.general) : random.pick(words.closing.good));
  if (rating === 4) return join(praise(), blame);
  if (rating === 3) return random.chance(0.5) ? join(blame, random.pick(words.but)) : join(praise(), blame);
  const worst = complaint ? blame : random.pick(words.blame.defect);
  return join(worst, random.pick(words.closing.bad));
}

function join(first: string, second: string): string {
  return first === second ? first : `${first} ${second}`;
}

/** Bad reviews are answered more often; the newest wait. */
function composeAnswer(world: World, at: number, rating: number, random: Random): Pick<ReviewRecord, 'answer' | 'answeredAt'> {
  const tone = rating >= 4 ? 'good' : 'bad';
  const answeredAt = Math.floor((at + random.exponential(20) * hour) / 1_000) * 1_000;
  const answer = random.pick(world.words.reviews.answer[tone]);
  return random.chance(tone === 'bad' ? 0.78 : 0.5) && answeredAt <= world.calendar.until ? { answer, answeredAt: iso(answeredAt) } : {};
}
