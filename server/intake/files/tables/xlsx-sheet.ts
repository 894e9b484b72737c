/** One sheet of a workbook as rows of texts: numbers as a spreadsheet shows them, dates as ISO. */
import type { Readable } from 'node:stream';
import { serialWall } from '../values/time.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { RowChunk } from './table.ts';
import type { Workbook } from './xlsx-parts.ts';
import { readXml } from './xml-events.ts';

interface Cell {
  column: number;
  type: string;
  style: number;
  text: string;
}

export async function* readSheet(stream: Readable, workbook: Workbook, strings: SharedStrings): AsyncGenerator<RowChunk> {
  let chunk: RowChunk = { rows: [], lines: [] };
  let row: string[] = [];
  let line = 0;
  let cell: Cell = { column: 0, type: '', style: 0, text: '' };
  let keeps = false;
  const reading = readXml(stream, 'utf-8', {
    open: (name, attributes) => {
      if (name === 'c') cell = startCell(attributes, cell.column + 1);
      else if (name === 'v' || name === 't') keeps = true;
      else if (name === 'row') {
        row = [];
        line = Number(attributes.r ?? line + 1);
        cell.column = -1;
      }
    },
    text: (piece) => {
      if (keeps) cell.text += piece;
    },
    close: (name) => {
      if (name === 'v' || name === 't') keeps = false;
      else if (name === 'c') {
        while (row.length < cell.column) row.push('');
        row[cell.column] = cellText(cell, workbook, strings);
      } else if (name === 'row' && row.some((text) => text !== '')) {
        chunk.rows.push(row);
        chunk.lines.push(line);
      }
    },
  });
  for await (const _ of reading) {
    if (chunk.rows.length === 0) continue;
    yield chunk;
    chunk = { rows: [], lines: [] };
  }
}

function startCell(attributes: Record<string, string>, next: number): Cell {
  const column = attributes.r ? columnOf(attributes.r) : next;
  return { column, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), text: '' };
}

/** `AB12` is column 27, counted from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i += 1) {
    const code = reference.charCodeAt(i);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

function cellText(cell: Cell, workbook: Workbook, strings: SharedStrings): string {
  if (cell.text === '') return '';
  if (cell.type === 's') return strings.at(Number(cell.text));
  if (cell.type === 'b') return cell.text === '1' ? 'true' : 'false';
  if (cell.type === 'e') return '';
  if (cell.type !== 'n') return cell.text;
  return workbook.dateStyles[cell.style] ? dateText(Number(cell.text) + workbook.epochShift) : numberText(cell.text);
}

function dateText(serial: number): string {
  if (!(serial >= 1 && serial < 2_958_466)) return String(serial);
  const time = new Date(serialWall(serial)).toISOString().slice(0, 19);
  return time.endsWith('T00:00:00') ? time.slice(0, 10) : time;
}

/** Files hold 17 digits where spreadsheets count and show 15: `4.2500000000000004` is 4.25. */
function numberText(text: string): string {
  if (text.length <= 15 && !/[eE]/.test(text)) return text;
  const value = Number(Number(text).toPrecision(15));
  if (!Number.isFinite(value)) return text;
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
}
