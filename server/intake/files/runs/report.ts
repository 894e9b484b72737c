/** What an import came to, for the command line: counts, changes, and sums as they stand in the file. */
import type { ImportSums, ImportTally } from '../../../../contract/imports.ts';
import type { SaveCounts } from '../../../models/versions.ts';
import type { Platform } from '../../../platform/platform.ts';
import { countBuyers } from '../../../records/orders/index.ts';
import type { Run } from './store.ts';
import { emptyTally } from './tally.ts';

export interface Report {
  import: number;
  state: Run['state'];
  preset: Run['preset'];
  channelId: number | null;
  resumed: boolean;
  seconds: number;
  rowsPerSecond: number;
  rows: { read: number; bad: number };
  /** What the file holds; `buyers` are those of the channel. */
  counts: ImportTally & { buyers: number };
  /** Records made or changed by this run; 0 when everything was here already. */
  changes: number;
  records: Record<string, SaveCounts>;
  /** Decimal amounts by currency. */
  sums: Record<string, Record<keyof ImportSums, string>>;
  ignoredFiles: string[];
}

export async function reportOf(platform: Platform, run: Run, how: { resumed: boolean; seconds: number }): Promise<Report> {
  const tally = 'orders' in run.tally ? (run.tally as ImportTally) : emptyTally();
  const buyers = run.channelId === null ? 0 : await countBuyers(platform.db.db, run.channelId);
  return {
    import: run.id,
    state: run.state,
    preset: run.preset,
    channelId: run.channelId,
    resumed: how.resumed,
    seconds: Math.round(how.seconds * 100) / 100,
    rowsPerSecond: Math.round((run.rowsDone - run.resumedRows) / Math.max(0.001, how.seconds)),
    rows: { read: run.rowsDone, bad: run.rowsBad },
    counts: { ...tally, buyers },
    changes: Object.values(run.counts).reduce((sum, { created, updated }) => sum + created + updated, 0),
    records: run.counts,
    sums: Object.fromEntries(Object.entries(run.sums).map(([currency, sums]) => [currency, inUnits(sums)])),
    ignoredFiles: run.ignored,
  };
}

function inUnits(sums: ImportSums): Record<keyof ImportSums, string> {
  return Object.fromEntries(Object.entries(sums).map(([name, minor]) => [name, decimal(minor)])) as Record<keyof ImportSums, string>;
}

function decimal(minor: number): string {
  const size = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${size.slice(0, -2)}.${size.slice(-2)}`;
}

export function tellReport({ counts, rows, changes, sums, seconds }: Report): string {
  const totals = Object.entries(sums)
    .map(([currency, { total }]) => `${total} ${currency}`)
    .join(', ');
  return [
    `${rows.read} rows read, ${rows.bad} bad, ${changes} records changed in ${seconds} s`,
    `${counts.orders} orders, ${counts.returns} returns, ${counts.lines} lines, ${counts.buyers} buyers, ${counts.reviews} reviews, ${counts.products} products`,
    ...(totals === '' ? [] : [`total ${totals}`]),
  ].join('\n');
}
