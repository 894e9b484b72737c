/** How much business each day of the year brings to a channel: growth, season, weekday, sales, and the luck of the day. */
import { categories } from '../assortment/categories.ts';
import { seasonOf, weekdayFactor } from '../calendar/seasons.ts';
import { shopChannel } from '../channels/channels.ts';
import { unitOf } from '../random.ts';
import type { World } from '../world.ts';

/** The shop is a third larger at the end than at the start. */
const growth = 0.35;

/** Demand of each day against an average one; the average is 1. */
export function demandOfDays(world: World, channel: number): Float64Array {
  const weight = categories.reduce((sum, category) => sum + category.weight, 0);
  const raw = world.calendar.days.map((day) => {
    const season = categories.reduce((sum, { group, weight: share }) => sum + seasonOf(group, day) * share, 0) / weight;
    const sale = world.sales.find((each) => each.isOn(day))?.demand ?? 1;
    // The own shop joins the sales of the marketplaces with half a heart.
    const joined = channel === shopChannel ? 1 + (sale - 1) * 0.6 : sale;
    const luck = 0.92 + 0.16 * unitOf(world.seed, day.index, 61, channel);
    return season * joined * weekdayFactor(day) * luck;
  });
  const mean = raw.reduce((sum, value) => sum + value, 0) / raw.length;
  return Float64Array.from(raw, (value) => value / mean);
}

/** New buyers expected on each day; they add up to the channel's year. */
export function arrivalsOfDays(world: World, channel: number, demand: Float64Array): Float64Array {
  const grown = demand.map((value, day) => value * (1 - growth / 2 + (growth * day) / demand.length));
  const total = grown.reduce((sum, value) => sum + value, 0);
  const buyers = (world.channels[channel]?.buyers ?? 0) * world.scale;
  return grown.map((value) => (value / total) * buyers);
}
