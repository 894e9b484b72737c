/** What a file holds and what it sums to: the figures a seller compares with the file. */
import type { ImportSums, ImportTally } from '../../../../contract/imports.ts';
import type { CanonicalRecord, OrderLine, OrderRecord, ReturnRecord } from '../../../../contract/records.ts';
import { noCounts, type SaveCounts } from '../../../models/versions.ts';
import type { IngestResult } from '../../ingest/index.ts';

export const emptyTally = (): ImportTally => ({ orders: 0, returns: 0, lines: 0, customers: 0, products: 0, stock: 0, reviews: 0 });

const emptySums = (): ImportSums => ({ total: 0, goods: 0, delivery: 0, other: 0, returned: 0, payments: 0 });

const counted = {
  order: 'orders',
  return: 'returns',
  customer: 'customers',
  product: 'products',
  stock: 'stock',
  review: 'reviews',
} as const;

/** Adds a batch to the figures so far; the ones given are left as they are. */
export function tallyRecords(
  records: readonly CanonicalRecord[],
  before: { tally: ImportTally; sums: Record<string, ImportSums> },
): { tally: ImportTally; sums: Record<string, ImportSums> } {
  const tally = { ...before.tally };
  const sums = structuredClone(before.sums);
  for (const record of records) {
    if (record.kind === 'event') continue;
    tally[counted[record.kind]] += 1;
    if (record.kind !== 'order' && record.kind !== 'return') continue;
    tally.lines += record.lines.filter(isRowOfFile).length;
    const ofCurrency = sums[record.currency] ?? emptySums();
    sums[record.currency] = ofCurrency;
    addSums(ofCurrency, record);
  }
  return { tally, sums };
}

/** Delivery that the file gives as a price of the order is no row of goods. */
function isRowOfFile(line: OrderLine): boolean {
  return line.kind !== 'delivery' || line.productExternalId !== undefined;
}

function addSums(sums: ImportSums, record: OrderRecord | ReturnRecord): void {
  const sign = record.kind === 'return' ? -1 : 1;
  for (const { kind = 'goods', total } of record.lines) {
    sums.total += sign * total;
    if (record.kind === 'return') sums.returned += total;
    else sums[kind === 'goods' || kind === 'delivery' ? kind : 'other'] += total;
  }
  if (record.kind === 'order') for (const payment of record.payments ?? []) sums.payments += payment.amount;
}

export function addCounts(before: Record<string, SaveCounts>, result: IngestResult): Record<string, SaveCounts> {
  const counts = { ...before };
  for (const [kind, { created, updated, unchanged, late }] of Object.entries(result)) {
    if (created + updated + unchanged + late === 0) continue;
    const sum = counts[kind] ?? noCounts();
    counts[kind] = {
      created: sum.created + created,
      updated: sum.updated + updated,
      unchanged: sum.unchanged + unchanged,
      late: sum.late + late,
    };
  }
  return counts;
}
