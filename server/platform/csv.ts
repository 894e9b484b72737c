/** Tables as CSV files for spreadsheets, made page by page so that their length costs no memory. */
import { Readable } from 'node:stream';
import type { Language } from '../../contract/language.ts';

/** `{ minor }` is an amount in minor units; null is an empty cell. */
export type Cell = string | number | { minor: number } | null;

/** UTF-8 with a byte order mark, semicolons, and the decimal mark of the language, as spreadsheets of our users expect it. */
export function csvStream(header: readonly string[], pages: AsyncIterable<readonly (readonly Cell[])[]>, language: Language): Readable {
  return Readable.from(chunks(header, pages, language === 'en' ? '.' : ','));
}

async function* chunks(
  header: readonly string[],
  pages: AsyncIterable<readonly (readonly Cell[])[]>,
  decimalMark: string,
): AsyncGenerator<string> {
  yield `\ufeff${line(header, decimalMark)}`;
  for await (const rows of pages) yield rows.map((row) => line(row, decimalMark)).join('');
}

const line = (cells: readonly Cell[], decimalMark: string) => `${cells.map((cell) => cellText(cell, decimalMark)).join(';')}\r\n`;

function cellText(cell: Cell, decimalMark: string): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return quoted(cell);
  return (typeof cell === 'number' ? String(cell) : decimalText(cell.minor)).replace('.', decimalMark);
}

function decimalText(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A text that a spreadsheet would run as a formula is shown with an apostrophe before it. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
