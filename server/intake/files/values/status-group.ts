/** Order statuses by the words of shops and marketplaces, to the six groups. An unknown word is no error: it is left for people to map. */
import type { StatusGroup } from '../../../../contract/records.ts';

/** Tried in this order: a cancelled delivery is cancelled, a delivered one is done, and only then is it on its way. */
const patterns: [StatusGroup, RegExp][] = [
  [
    'cancelled',
    /отмен|скасован|cancel|возвра|поверн|refund|return|невыкуп|не выкуп|отказ|відмов|declin|fail|провал|\blose|\blost|unavailable|спам|не принят/,
  ],
  [
    'done',
    /^доставлен|вручен|получен|выполн|завершен|завершён|выкуплен|виконан|отриман|complete|^delivered|done|closed|успеш|успіш|won|реализован|продан/,
  ],
  ['delivery', /достав|пути|отправл|отгруж|передан|курьер|пункт|транзит|дорозі|відправл|ship|transit|deliver|courier|pick.?up|sent/],
  ['assembly', /сбор|комплект|упаков|отгрузк|готов|склад|збір|пакуван|assembl|packag|processing|prepar|picking|ready|invoiced|обработ/],
  [
    'approval',
    /соглас|подтвержд|ожида|оплат|провер|звон|погодж|очіку|підтвер|approv|pending|hold|confirm|await|paid|unpaid|в работе|предлож/,
  ],
  ['new', /нов|создан|оформл|принят|new|created|placed|open|draft|необработ|первичн/],
];

const known = new Map<string, StatusGroup | null>();

export function statusGroupOf(status: string): StatusGroup | undefined {
  const cached = known.get(status);
  if (cached !== undefined) return cached ?? undefined;
  const word = status.trim().toLowerCase();
  const found = patterns.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
  if (known.size < 10_000) known.set(status, found);
  return found ?? undefined;
}
