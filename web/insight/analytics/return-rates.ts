/** The share of returns day by day: goods come back on other days than they sell, so each day looks a week back. */

export const returnWindow = 7;

/** Returned units by ordered ones in the seven days up to each day; null where nothing was ordered in them. */
export function returnRates(ordered: readonly number[], returned: readonly number[]): (number | null)[] {
  const sum = (values: readonly number[], day: number) =>
    values.slice(Math.max(0, day - returnWindow + 1), day + 1).reduce((total, value) => total + value, 0);
  return ordered.map((_, day) => (sum(ordered, day) === 0 ? null : sum(returned, day) / sum(ordered, day)));
}
