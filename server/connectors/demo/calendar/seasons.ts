/** How demand moves with the year, the week and the hour. */
import type { Random } from '../random.ts';
import { Weighted } from '../weighted.ts';
import type { Day } from './calendar.ts';

/** Kinds of goods that share a season, a fee, and reasons to send them back. */
export const groups = ['tea', 'coffee', 'sweets', 'dishes', 'textile', 'clothes', 'cosy', 'festive'] as const;
export type Group = (typeof groups)[number];

/** January to December; 1 is an average month. */
const months: Record<Group, readonly number[]> = {
  tea: [1.15, 1.0, 1.05, 0.95, 0.85, 0.75, 0.7, 0.78, 0.98, 1.12, 1.22, 1.45],
  coffee: [1.05, 1.0, 1.02, 1.0, 0.95, 0.88, 0.85, 0.9, 1.02, 1.06, 1.1, 1.3],
  sweets: [0.9, 0.95, 1.1, 0.95, 0.85, 0.8, 0.75, 0.82, 0.98, 1.05, 1.15, 1.7],
  dishes: [0.85, 0.9, 1.12, 0.92, 0.9, 0.85, 0.82, 0.9, 1.0, 1.02, 1.15, 1.65],
  textile: [1.1, 0.92, 0.95, 0.9, 0.82, 0.75, 0.72, 0.85, 1.05, 1.2, 1.25, 1.4],
  clothes: [1.1, 0.95, 1.0, 0.9, 0.82, 0.78, 0.75, 0.85, 1.02, 1.18, 1.25, 1.45],
  cosy: [1.0, 0.95, 1.05, 0.88, 0.8, 0.72, 0.7, 0.8, 1.05, 1.2, 1.3, 1.6],
  festive: [0.15, 0.04, 0.03, 0.02, 0.02, 0.02, 0.02, 0.05, 0.15, 0.7, 2.6, 6.0],
};

/** Monday to Sunday. */
const weekdays = [1.06, 1.03, 1.0, 0.99, 0.95, 0.93, 1.04];

const retailHours = [6, 3, 2, 1, 1, 2, 5, 12, 24, 38, 48, 54, 56, 55, 53, 52, 53, 56, 62, 70, 76, 70, 48, 20];
const officeHours = [0, 0, 0, 0, 0, 0, 0, 1, 8, 30, 45, 50, 38, 32, 42, 44, 36, 20, 5, 2, 1, 0, 0, 0];

const hourOf = {
  retail: new Weighted([...retailHours.keys()], (hour) => retailHours[hour] ?? 0),
  office: new Weighted([...officeHours.keys()], (hour) => officeHours[hour] ?? 0),
};

/** Demand for a kind of goods on a day against its average day; moves smoothly from the middle of one month to the next. */
export function seasonOf(group: Group, day: Day): number {
  const position = day.month + (day.date - 1) / 31 - 0.5;
  const earlier = Math.floor(position);
  const share = position - earlier;
  const table = months[group];
  return (table[(earlier + 12) % 12] ?? 1) * (1 - share) + (table[(earlier + 1) % 12] ?? 1) * share;
}

export function weekdayFactor(day: Day): number {
  return weekdays[day.weekday] ?? 1;
}

/** A moment of the day when people of this kind order. */
export function momentOf(day: Day, habit: keyof typeof hourOf, random: Random): number {
  const hour = hourOf[habit].draw(random.unit());
  return day.start + hour * 3_600_000 + Math.floor(random.unit() * 3_600) * 1_000;
}
