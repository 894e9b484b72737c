/** Drawing from unequal chances in logarithmic time: cities by population, products by popularity. */

/** Running totals of weights; `draw` finds the item under a point of the whole. */
export class Weighted<T> {
  readonly #items: readonly T[];
  readonly #totals: Float64Array;

  constructor(items: readonly T[], weightOf: (item: T) => number) {
    this.#items = items;
    this.#totals = new Float64Array(items.length);
    let total = 0;
    for (const [index, item] of items.entries()) {
      total += weightOf(item);
      this.#totals[index] = total;
    }
  }

  /** @param unit a number in [0, 1) */
  draw(unit: number): T {
    const item = this.#items[searchTotals(this.#totals, unit * (this.#totals.at(-1) ?? 0), 0, this.#items.length)];
    if (item === undefined) throw new RangeError('Nothing to draw from');
    return item;
  }
}

/** The first index in [from, to) whose running total is above `point`; the last one when none is. */
export function searchTotals(totals: Float64Array, point: number, from: number, to: number): number {
  let low = from;
  let high = to - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((totals[middle] ?? 0) > point) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The same for a short list that is drawn from now and then; undefined when the list is empty. */
export function drawByShare<T>(items: readonly T[], shareOf: (item: T) => number, unit: number): T | undefined {
  let left = unit * items.reduce((sum, item) => sum + shareOf(item), 0);
  for (const item of items) {
    left -= shareOf(item);
    if (left < 0) return item;
  }
  return items[0];
}
