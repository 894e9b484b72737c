/** The objects of a JSON file in pieces; what cannot be parsed is set aside with its line. */
import { decodeText, encodingOf } from '../source/encoding.ts';
import { readStart, type SourceFile } from '../source/source.ts';
import { isByLine, JsonSplitter } from './json-splitter.ts';
import type { BrokenRow } from './table.ts';

export type JsonObject = Record<string, unknown>;

export interface ItemChunk {
  items: { list: string; value: JsonObject; line: number }[];
  broken: BrokenRow[];
}

export async function* readItems(file: SourceFile): AsyncGenerator<ItemChunk> {
  const start = await readStart(file, 1024 * 1024);
  const encoding = encodingOf(start);
  const splitter = new JsonSplitter(isByLine(new TextDecoder(encoding).decode(start)));
  const stream = await file.open();
  try {
    for await (const text of decodeText(stream, encoding)) {
      const chunk: ItemChunk = { items: [], broken: [] };
      for (const { list, text: item, line } of splitter.feed(text)) {
        const value = parseItem(item);
        if (value) chunk.items.push({ list, value, line });
        else chunk.broken.push({ line, raw: item.slice(0, 2000), code: 'broken_json' });
      }
      yield chunk;
    }
    if (splitter.unfinished) yield { items: [], broken: [{ ...splitter.unfinished, code: 'broken_json' }] };
  } finally {
    stream.destroy();
  }
}

type NumberReviver = (key: string, value: unknown, context: { source: string }) => unknown;

/** Whole numbers that a float cannot hold stay as they are written. */
const keepLongNumbers: NumberReviver = (_key, value, { source }) =>
  typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value) ? source : value;

function parseItem(text: string): JsonObject | null {
  try {
    const value: unknown = /\d{16}/.test(text)
      ? JSON.parse(text, keepLongNumbers as (key: string, value: unknown) => unknown)
      : JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as JsonObject) : null;
  } catch {
    return null;
  }
}
