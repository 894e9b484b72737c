/**
 * Rows to orders in memory that does not grow with the file: orders are gathered in passing within a window of rows, and those that the
 * survey found scattered are laid aside on disk and gathered at the end.
 */
import type { BrokenRow, Table } from '../tables/table.ts';
import { cellText } from '../values/words-in-cells.ts';
import type { OrderGroup } from './order-group.ts';
import { Partitions } from './partitions.ts';
import { emptyPiece, type Piece } from './piece.ts';
import { type Survey, sweepEvery, window } from './survey.ts';

/** Turns rows into groups; problems go into the piece. */
export interface GroupReader {
  /** The key column, and whether a row without a key continues the order of the row before. */
  keyAt: number;
  continues(row: readonly string[]): boolean;
  /** Adds a row to its group, or begins one; null where the row is bad and there is none. */
  add(group: OrderGroup | undefined, row: string[], line: number, piece: Piece): OrderGroup | null;
  finish(group: OrderGroup, piece: Piece): void;
  broken(row: BrokenRow, piece: Piece): void;
}

export async function* groupRows(table: Table, survey: Survey, reader: GroupReader, bytes: number): AsyncGenerator<Piece> {
  const open = new Map<string, OrderGroup>();
  const aside = survey.scattered === 'all' || survey.scattered.size > 0 ? await Partitions.create(bytes) : null;
  try {
    yield* passThrough(table, survey, reader, open, aside);
    const last = emptyPiece();
    for (const group of open.values()) reader.finish(group, last);
    yield last;
    if (aside) yield* gatherAside(aside, reader);
  } finally {
    await aside?.close();
  }
}

async function* passThrough(
  table: Table,
  survey: Survey,
  reader: GroupReader,
  open: Map<string, OrderGroup>,
  aside: Partitions | null,
): AsyncGenerator<Piece> {
  let seen = 0;
  let lastKey = '';
  for await (const chunk of table.rows()) {
    const piece = emptyPiece();
    for (let i = 0; i < chunk.rows.length; i += 1) {
      const row = chunk.rows[i]!;
      seen += 1;
      piece.rows += 1;
      if (seen % sweepEvery === 0) sweep(open, seen, reader, piece);
      const own = cellText(row[reader.keyAt] ?? '');
      const key = own === '' && reader.continues(row) ? lastKey : own;
      if (aside && isScattered(survey, key)) await aside.add({ key, table: 0, line: chunk.lines[i]!, cells: row });
      else place(open, key, key === lastKey, seen, reader.add(open.get(key), row, chunk.lines[i]!, piece));
      lastKey = key;
    }
    for (const broken of chunk.broken ?? []) {
      piece.rows += 1;
      reader.broken(broken, piece);
    }
    yield piece;
  }
}

function isScattered(survey: Survey, key: string): boolean {
  return key !== '' && (survey.scattered === 'all' || survey.scattered.has(key));
}

/** The map is kept in the order of last use, so that the oldest groups stand first. */
function place(open: Map<string, OrderGroup>, key: string, isLast: boolean, seen: number, group: OrderGroup | null): void {
  if (group === null || key === '') return;
  group.seen = seen;
  if (!isLast) open.delete(key);
  open.set(key, group);
}

function sweep(open: Map<string, OrderGroup>, seen: number, reader: GroupReader, piece: Piece): void {
  for (const [key, group] of open) {
    if (group.seen >= seen - window) break;
    open.delete(key);
    reader.finish(group, piece);
  }
}

async function* gatherAside(aside: Partitions, reader: GroupReader): AsyncGenerator<Piece> {
  for await (const rows of aside.read()) {
    const groups = new Map<string, OrderGroup>();
    const piece = emptyPiece();
    for (const { key, cells, line } of rows) {
      const group = reader.add(groups.get(key), cells, line, piece);
      if (group) groups.set(key, group);
    }
    for (const group of groups.values()) reader.finish(group, piece);
    yield piece;
  }
}
