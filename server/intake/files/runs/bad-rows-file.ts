/** The rows that did not get in as a file that opens in a spreadsheet: line, reason, and the row itself. */
import { Readable } from 'node:stream';
import type { Language } from '../../../../contract/language.ts';
import type { Db } from '../../../platform/postgres/database.ts';
import { say } from '../../../platform/words.ts';
import { explain } from './reasons.ts';
import { listBadRows } from './store.ts';

const pageRows = 5_000;

/** Streams, so that a million bad rows are no more trouble than one. */
export function badRowsFile(db: Db, runId: number, language: Language): Readable {
  return Readable.from(lines(db, runId, language));
}

async function* lines(db: Db, runId: number, language: Language): AsyncGenerator<string> {
  const head = ['file', 'line', 'column', 'reason', 'raw'].map((name) => say(`imports:bad-rows.${name}`, {}, language));
  // Excel takes a file for UTF-8 only when it begins with this mark.
  yield `\ufeff${csvLine(head)}`;
  for (let after = 0; ; ) {
    const rows = await listBadRows(db, runId, after, pageRows);
    if (rows.length === 0) return;
    yield rows.map((row) => csvLine([row.file, String(row.line), row.column ?? '', explain(row, language), row.raw])).join('');
    after = rows.at(-1)!.no;
  }
}

/** A cell that begins like a formula must not be run by a spreadsheet. */
function csvLine(cells: readonly string[]): string {
  const safe = cells.map((cell) => (/^[=+@\t\r-]/.test(cell) && !/^[+-]?\d[\d\s.,]*$/.test(cell) ? `'${cell}` : cell));
  return `${safe.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')}\r\n`;
}
