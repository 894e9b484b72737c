/** What becomes of an order, stage by stage, in the words of its channel. */
import type { StatusGroup } from '../../../../contract/records.ts';
import type { Random } from '../random.ts';

export interface Stage {
  status: string;
  group: StatusGroup;
  /** Hours after the stage before: at least, and on average beyond that. */
  hours: readonly [least: number, mean: number];
  /** Chance that the order passes here at all; always when absent. */
  share?: number;
  /** The way to the buyer: grows with the distance. */
  travels?: true;
}

export interface Life {
  /** From the first stage to the last one of the group `done`. */
  stages: readonly Stage[];
  cancelled: string;
  /** Left at the counter and sent back. */
  refused: string;
}

export type Ending = 'kept' | 'cancelled' | 'refused';

export interface Step {
  at: number;
  status: string;
  group: StatusGroup;
}

const hour = 3_600_000;

/** Travel times by distance of the city. */
const travel = [0.5, 1, 1.5, 2.2, 3.2];

/**
 * The whole life, the future included; the caller cuts it at the present.
 * @param distance of the city, 0 to 4
 */
export function walkLife(life: Life, ending: Ending, placedAt: number, distance: number, random: Random): Step[] {
  const steps: Step[] = [];
  let at = placedAt;
  for (const stage of life.stages) {
    if (stage.share !== undefined && !random.chance(stage.share)) continue;
    const slow = stage.travels ? (travel[distance] ?? 1) : 1;
    if (steps.length > 0) at += (stage.hours[0] * slow + random.exponential(stage.hours[1] * slow)) * hour;
    if (isOver(ending, stage, steps.length)) return [...steps, endEarly(life, ending, at, random)];
    steps.push({ at: wholeSecond(at), status: stage.status, group: stage.group });
  }
  return steps;
}

function isOver(ending: Ending, next: Stage, passed: number): boolean {
  if (ending === 'cancelled') return passed > 0 && (next.group === 'delivery' || next.group === 'done');
  return ending === 'refused' && next.group === 'done';
}

function endEarly(life: Life, ending: Ending, at: number, random: Random): Step {
  // Parcels wait a week at the counter before they go back.
  const waits = ending === 'refused' ? random.between(3, 8) * 24 * hour : 0;
  return { at: wholeSecond(at + waits), status: ending === 'refused' ? life.refused : life.cancelled, group: 'cancelled' };
}

function wholeSecond(at: number): number {
  return Math.floor(at / 1_000) * 1_000;
}

/** Hours a parcel is promised to take. */
export function promisedHours(life: Life, distance: number): number {
  const hours = life.stages.reduce((sum, { hours: [least, mean], travels, share = 1 }) => {
    return sum + (least + mean * 1.5) * share * (travels ? (travel[distance] ?? 1) : 1);
  }, 0);
  return Math.ceil((hours + 24) / 24) * 24;
}
