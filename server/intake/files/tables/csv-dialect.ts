/** How a separated text is separated: by what sign and by which line break, told from its first rows. */
import { CsvParser } from './csv-parser.ts';

export interface CsvDialect {
  delimiter: string;
  newline: '\n' | '\r';
  /** Excel's own first line `sep=;`, which is no row. */
  namesDelimiter: boolean;
}

const candidates = [';', ',', '\t', '|'];
const rowsLookedAt = 200;

export function detectDialect(sample: string): CsvDialect {
  const newline = !sample.includes('\n') && sample.includes('\r') ? '\r' : '\n';
  const named = /^sep=(.)\r?\n/i.exec(sample);
  if (named) return { delimiter: named[1]!, newline, namesDelimiter: true };
  const scored = candidates.map((delimiter) => ({ delimiter, score: evenness(sample, delimiter, newline) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return { delimiter: best.score > 0 ? best.delimiter : ',', newline, namesDelimiter: false };
}

/** Share of rows that have the commonest width, and the width itself where shares are equal. */
function evenness(sample: string, delimiter: string, newline: '\n' | '\r'): number {
  const { rows } = new CsvParser(delimiter, newline).feed(`${sample}${newline}`);
  const widths = rows.slice(0, rowsLookedAt).map((row) => row.length);
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [1, 0]);
  return width < 2 ? 0 : count / widths.length + Math.min(width, 100) / 200;
}
