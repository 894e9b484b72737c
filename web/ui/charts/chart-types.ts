/** What a chart is asked to draw; the same value fills its table. */
import type { Tone } from '../tone.ts';

export interface Series {
  name: string;
  /** One per point of `points`; null where there is no data, which is drawn as a gap. */
  values: readonly (number | null)[];
  tone?: Tone;
  /** Lines only: a period to compare with, or a forecast. */
  dashed?: boolean;
}

export interface ChartProps {
  kind: 'line' | 'bar' | 'stacked' | 'heatmap';
  title: string;
  /** Names along the axis: days, channels, products. */
  points: readonly string[];
  /** For a heatmap: one series per row, first on top. */
  series: readonly Series[];
  /** How a value is written: `money`, `number`, `percent` of `useFormats()`. */
  format(value: number): string;
  /** How a value is written on the axis; `format` unless given. */
  formatShort?(value: number): string;
  /** A value as a file has it: minor units as whole ones; itself unless given. */
  plain?(value: number): number;
  /** The page names the series itself, beside the chart. */
  withoutLegend?: boolean;
  /** Bars lie, for long names. */
  lying?: boolean;
  /** A click on a point: opens the rows behind it. */
  onPoint?(point: number, series: number): void;
  height?: number;
  loading?: boolean;
}
