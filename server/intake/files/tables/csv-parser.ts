/**
 * Separated text to rows, in pieces of any size. Own code because rows must carry their line numbers, a stray quote must cost one
 * row and not the rest of the file, and the ready-made parser takes five times as long (decision 10).
 */
import type { RowChunk } from './table.ts';

const quote = 34;
const carriageReturn = 13;

/** A quoted cell longer than this is taken for a stray quote. */
const longestCell = 256 * 1024;

export class CsvParser {
  readonly #delimiter: number;
  readonly #newline: number;
  #rest = '';
  #line = 1;

  /** @param newline `\r` only for files of old Macintoshes */
  constructor(delimiter: string, newline: '\n' | '\r' = '\n') {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#newline = newline.charCodeAt(0);
  }

  /** Rows that end within what was fed so far; blank lines are left out. */
  feed(text: string): RowChunk {
    return this.#parse(this.#rest + text, false);
  }

  /** The last row of a file that does not end with a line break. */
  end(): RowChunk {
    return this.#parse(this.#rest, true);
  }

  #parse(text: string, last: boolean): RowChunk {
    const chunk: RowChunk = { rows: [], lines: [] };
    let at = 0;
    while (at < text.length) {
      const next = this.#readRow(text, at, last, chunk);
      if (next < 0) break;
      at = next;
    }
    this.#rest = text.slice(at);
    return chunk;
  }

  /** Where the next row begins, or -1 when this one is not complete yet. */
  #readRow(text: string, start: number, last: boolean, chunk: RowChunk): number {
    const row: string[] = [];
    let at = start;
    let breaks = 1;
    for (;;) {
      if (text.charCodeAt(at) === quote) {
        const close = closingQuote(text, at + 1);
        if (close < 0 || (close + 1 === text.length && !last)) {
          return close < 0 && (last || text.length - at > longestCell) ? this.#skipLine(text, start, last, chunk) : -1;
        }
        const inside = text.slice(at + 1, close);
        const inner = countBreaks(inside, this.#newline);
        if (inside.length > longestCell || (inner > 0 && !this.#endsCell(text, close + 1))) {
          return this.#skipLine(text, start, last, chunk);
        }
        breaks += inner;
        const end = this.#cellEnd(text, close + 1);
        if (end === text.length && !last) return -1;
        row.push((inside.includes('"') ? inside.replaceAll('""', '"') : inside) + this.#plainCell(text, close + 1, end));
        at = end;
      } else {
        const end = this.#cellEnd(text, at);
        if (end === text.length && !last) return -1;
        row.push(this.#plainCell(text, at, end));
        at = end;
      }
      if (at >= text.length || text.charCodeAt(at) === this.#newline) break;
      at += 1;
    }
    if (row.length > 1 || row[0] !== '') {
      chunk.rows.push(row);
      chunk.lines.push(this.#line);
    }
    this.#line += breaks;
    return at + 1;
  }

  /** After a cell of several lines anything else shows that its first quote was a stray one. */
  #endsCell(text: string, at: number): boolean {
    if (at >= text.length) return true;
    const code = text.charCodeAt(at);
    return code === this.#delimiter || code === this.#newline || code === carriageReturn;
  }

  #cellEnd(text: string, from: number): number {
    let at = from;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === this.#delimiter || code === this.#newline) return at;
    }
    return at;
  }

  #plainCell(text: string, from: number, end: number): string {
    const cut = end > from && text.charCodeAt(end - 1) === carriageReturn && this.#newline !== carriageReturn;
    const endsLine = end >= text.length || text.charCodeAt(end) === this.#newline;
    return text.slice(from, cut && endsLine ? end - 1 : end);
  }

  #skipLine(text: string, start: number, last: boolean, chunk: RowChunk): number {
    const found = text.indexOf(String.fromCharCode(this.#newline), start);
    if (found < 0 && !last) return -1;
    const end = found < 0 ? text.length : found;
    chunk.broken ??= [];
    chunk.broken.push({ line: this.#line, raw: text.slice(start, Math.min(end, start + 2000)), code: 'unclosed_quote' });
    this.#line += 1;
    return end + 1;
  }
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charCodeAt(at + 1) === quote) at = text.indexOf('"', at + 2);
  return at;
}

function countBreaks(text: string, newline: number): number {
  const sign = newline === carriageReturn ? '\r' : '\n';
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}
