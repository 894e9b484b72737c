/** Lines are too thin to be hit: a click anywhere in a chart of lines means the point beside it. */
import type { Series } from './chart-types.ts';

/** The series whose value at the point is nearest to the height that was clicked; 0 where none has a value. */
export function nearestSeries(series: readonly Series[], point: number, height: number): number {
  const distance = ({ values }: Series) => Math.abs((values[point] ?? Number.POSITIVE_INFINITY) - height);
  return series.reduce((best, one, index) => (distance(one) < distance(series[best] ?? one) ? index : best), 0);
}
