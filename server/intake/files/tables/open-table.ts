/** Opens a file as a table by what is in it, not by what it is called. */
import { encodingOf } from '../source/encoding.ts';
import { readStart, type SourceFile } from '../source/source.ts';
import { isZip } from '../source/zip.ts';
import { openCsv } from './csv.ts';
import { openJson } from './json-table.ts';
import type { Table } from './table.ts';
import { openXlsx } from './xlsx.ts';

export type FileFormat = 'csv' | 'xlsx' | 'json' | 'feed' | 'other';

export async function detectFormat(file: SourceFile): Promise<FileFormat> {
  const start = await readStart(file, 4096);
  if (isZip(start)) return 'xlsx';
  if (start.includes(0) && !['utf-16le', 'utf-16be'].includes(encodingOf(start))) return 'other';
  const text = new TextDecoder(encodingOf(start)).decode(start).trimStart();
  if (/^<\?xml|^<yml_catalog|^<!DOCTYPE yml/i.test(text)) return /<yml_catalog/i.test(text) ? 'feed' : 'other';
  if (/^(?:<html|<!doctype|%PDF|\{\\rtf)/i.test(text)) return 'other';
  return /^[[{]\s*(?:["{[}\]]|$)/.test(text) ? 'json' : 'csv';
}

/** Null for files that are no tables. */
export async function openTable(file: SourceFile): Promise<Table | null> {
  const format = await detectFormat(file);
  if (format === 'csv') return openCsv(file);
  if (format === 'xlsx') return openXlsx(file);
  return format === 'json' ? openJson(file) : null;
}
