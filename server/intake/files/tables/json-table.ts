/** A JSON list of plain objects as a table; nested fields become columns with dotted names. */
import type { SourceFile } from '../source/source.ts';
import { type JsonObject, readItems } from './json-items.ts';
import type { RowChunk, Table } from './table.ts';

const itemsForHeader = 500;

export async function openJson(file: SourceFile): Promise<Table> {
  const header = new Set<string>();
  let seen = 0;
  for await (const { items } of readItems(file)) {
    for (const { value } of items) for (const name of Object.keys(flatten(value))) header.add(name);
    seen += items.length;
    if (seen >= itemsForHeader) break;
  }
  const names = [...header];
  return { file: file.name, format: 'json', encoding: 'utf-8', delimiter: null, header: names, rows: () => readRows(file, names) };
}

async function* readRows(file: SourceFile, names: string[]): AsyncGenerator<RowChunk> {
  for await (const { items, broken } of readItems(file)) {
    const rows = items.map(({ value }) => {
      const flat = flatten(value);
      return names.map((name) => flat[name] ?? '');
    });
    yield { rows, lines: items.map(({ line }) => line), broken };
  }
}

function flatten(value: JsonObject, prefix = '', into: Record<string, string> = {}): Record<string, string> {
  for (const [key, inner] of Object.entries(value)) {
    const name = prefix + key;
    if (inner === null || inner === undefined) continue;
    if (Array.isArray(inner)) into[name] = inner.every((v) => typeof v !== 'object') ? inner.join(', ') : JSON.stringify(inner);
    else if (typeof inner === 'object') flatten(inner as JsonObject, `${name}.`, into);
    else if (typeof inner === 'string') into[name] = inner;
    else into[name] = JSON.stringify(inner);
  }
  return into;
}
