/**
 * Finds the items of a large JSON text piece by piece: of an array, of a list inside an answer object, or one per line. Only one item
 * at a time is held and parsed.
 */

export interface JsonItem {
  /** The key of the list the item is in; empty for a bare array or lines. */
  list: string;
  text: string;
  line: number;
}

/** Larger items are no records. */
const longestItem = 8 * 1024 * 1024;

export class JsonSplitter {
  #rest = '';
  #line = 1;
  #scanned = 0;
  #depth = 0;
  #itemStart = -1;
  #itemDepth = 0;
  #itemLine = 1;
  #inText = false;
  #escaped = false;
  #key = '';
  #textStart = -1;
  #lists: string[] = [];
  readonly #byLine: boolean;

  /** @param byLine every object at the top is an item (NDJSON), not an answer that holds lists */
  constructor(byLine: boolean) {
    this.#byLine = byLine;
  }

  /** @throws Error when an item is larger than any record could be */
  feed(piece: string): JsonItem[] {
    const text = this.#rest + piece;
    const items: JsonItem[] = [];
    for (let at = this.#scanned; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 10) this.#line += 1;
      if (this.#inText) this.#insideText(text, at, code);
      else this.#outsideText(text, at, code, items);
    }
    const keepFrom = this.#itemStart >= 0 ? this.#itemStart : this.#textStart >= 0 ? this.#textStart : text.length;
    this.#rest = text.slice(keepFrom);
    this.#scanned = text.length - keepFrom;
    if (this.#itemStart >= 0) this.#itemStart = 0;
    if (this.#textStart >= 0) this.#textStart -= keepFrom;
    if (this.#rest.length > longestItem) throw new Error('An item of this JSON file is too large to be a record');
    return items;
  }

  /** The beginning of an item that the end of the file cut off. */
  get unfinished(): { line: number; raw: string } | null {
    return this.#itemStart < 0 ? null : { line: this.#itemLine, raw: this.#rest.slice(0, 2000) };
  }

  #insideText(text: string, at: number, code: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (code === 92) this.#escaped = true;
    else if (code === 34) {
      this.#inText = false;
      if (this.#itemStart < 0) this.#key = text.slice(this.#textStart + 1, at);
      this.#textStart = -1;
    }
  }

  #outsideText(text: string, at: number, code: number, items: JsonItem[]): void {
    if (code === 34) {
      this.#inText = true;
      this.#textStart = this.#itemStart < 0 ? at : -1;
    } else if (code === 123 || code === 91) this.#open(at, code);
    else if (code === 125 || code === 93) this.#close(text, at, items);
  }

  #open(at: number, code: number): void {
    this.#depth += 1;
    if (this.#itemStart >= 0) return;
    if (code === 91) this.#lists.push(this.#key);
    else if (this.#byLine || this.#lists.length > 0) {
      this.#itemStart = at;
      this.#itemDepth = this.#depth;
      this.#itemLine = this.#line;
    }
  }

  #close(text: string, at: number, items: JsonItem[]): void {
    if (this.#itemStart >= 0 && this.#depth === this.#itemDepth) {
      items.push({ list: this.#lists.at(-1) ?? '', text: text.slice(this.#itemStart, at + 1), line: this.#itemLine });
      this.#itemStart = -1;
    } else if (this.#itemStart < 0 && text.charCodeAt(at) === 93) this.#lists.pop();
    this.#depth -= 1;
  }
}

/** Whether every object stands on its own line, or the whole file is one record. */
export function isByLine(sample: string): boolean {
  const start = sample.trimStart();
  if (!start.startsWith('{')) return false;
  const lines = start.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > 1) return isObject(lines[0]!);
  return isObject(start) && !/:\s*\[\s*\{/.test(start);
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}
