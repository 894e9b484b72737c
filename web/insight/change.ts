/** Changes as shares: what tiles and lists of changes show beside a figure. */

/** 0.12 for +12 %; null where there is nothing to compare with, or where it was nothing. */
export const changeOf = (value: number | null, before: number | null | undefined): number | null =>
  value === null || before === null || before === undefined || before === 0 ? null : (value - before) / Math.abs(before);

export const sumOf = (values: readonly (number | null)[]): number => values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
