/** Cuts what a file yields into batches of one transaction each, passing over what earlier batches of a stopped run have stored. */
import type { CanonicalRecord } from '../../../../contract/records.ts';
import { batchRecords } from '../../ingest/index.ts';
import type { BadRow, Piece } from '../translate/piece.ts';

/** Orders are as heavy as their lines. Each batch costs some forty statements whatever its size, so small ones are dear. */
const batchLines = 40_000;
const batchBadRows = 20_000;

export interface FileBatch {
  records: CanonicalRecord[];
  bad: BadRow[];
  /** From the beginning of the file to the end of this batch. */
  recordsDone: number;
  badDone: number;
  rowsDone: number;
}

/** @param done what is stored already */
export async function* batchesOf(pieces: AsyncGenerator<Piece>, done: { records: number; bad: number }): AsyncGenerator<FileBatch> {
  const at = { recordsDone: 0, badDone: 0, rowsDone: 0 };
  let records: CanonicalRecord[] = [];
  let bad: BadRow[] = [];
  let lines = 0;
  for await (const piece of pieces) {
    at.rowsDone += piece.rows;
    for (const row of piece.bad) if (++at.badDone > done.bad) bad.push(row);
    for (const record of piece.records) {
      if (++at.recordsDone <= done.records) continue;
      records.push(record);
      lines += 'lines' in record ? Math.max(1, record.lines.length) : 1;
      if (records.length < batchRecords && lines < batchLines) continue;
      yield { records, bad, ...at };
      records = [];
      bad = [];
      lines = 0;
    }
    if (bad.length < batchBadRows) continue;
    yield { records, bad, ...at };
    records = [];
    bad = [];
    lines = 0;
  }
  yield { records, bad, ...at };
}

/** Works one item ahead, so that reading the file and waiting for the database overlap. */
export async function* readAhead<T>(items: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = items.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = items.next();
      // A failure ahead is met when its turn comes; until then it must not count as unhandled.
      next.catch(() => {});
      yield value;
    }
  } finally {
    await next.catch(() => {});
    await items.return(undefined);
  }
}
