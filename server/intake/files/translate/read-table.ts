/** A mapped table to canonical records, whatever the kind of its rows. */
import type { ColumnMapping, ImportKind } from '../../../../contract/imports.ts';
import type { CanonicalRecord } from '../../../../contract/records.ts';
import type { FieldKey } from '../columns/fields.ts';
import type { BrokenRow, Table } from '../tables/table.ts';
import { cellText } from '../values/words-in-cells.ts';
import { Cells, type ReadingDefaults } from './cells.ts';
import { type GroupReader, groupRows } from './grouping.ts';
import { addLine, finishGroup, type OrderRules, startGroup } from './order-group.ts';
import { readCustomer } from './person.ts';
import { type BadRow, emptyPiece, type Piece, rawRow } from './piece.ts';
import { readProduct, readReview, readStock } from './single-rows.ts';
import type { Survey } from './survey.ts';

type SingleKind = Exclude<ImportKind, 'order' | 'return'>;

const readers: Record<SingleKind, (cells: Cells) => CanonicalRecord> = {
  customer: readCustomer,
  product: readProduct,
  stock: readStock,
  review: readReview,
};

/** Whether several rows of a table may make one record. */
export function isGrouped(kind: ImportKind): kind is 'order' | 'return' {
  return kind === 'order' || kind === 'return';
}

export interface TableReading {
  table: Table;
  mapping: ColumnMapping;
  rules: OrderRules;
  defaults: ReadingDefaults;
  survey: Survey;
  /** Size of the file, for choosing how much to lay aside at once. */
  bytes: number;
}

export function readTable(reading: TableReading): AsyncGenerator<Piece> {
  const { kind } = reading.mapping;
  return isGrouped(kind) ? readOrders(reading) : readSingleRows(reading, readers[kind]);
}

function cellsOf({ table, mapping, defaults, survey }: TableReading): Cells {
  const { decimalMark, dateOrder } = survey;
  return new Cells(table.header, mapping, { ...defaults, decimalMark, dateOrder: dateOrder ?? defaults.dateOrder });
}

async function* readSingleRows(reading: TableReading, read: (cells: Cells) => CanonicalRecord): AsyncGenerator<Piece> {
  const cells = cellsOf(reading);
  for await (const chunk of reading.table.rows()) {
    const piece = emptyPiece();
    piece.rows = chunk.rows.length + (chunk.broken?.length ?? 0);
    for (const [i, row] of chunk.rows.entries()) {
      if (!fitsHeader(row, reading.table)) {
        piece.bad.push(shifted(row, reading.table, chunk.lines[i]!));
        continue;
      }
      cells.read(row);
      const record = read(cells);
      if (cells.problem) piece.bad.push(badRow(cells, reading, row, chunk.lines[i]!));
      else piece.records.push(record);
    }
    for (const broken of chunk.broken ?? []) piece.bad.push(brokenRow(broken, reading.table));
    yield piece;
  }
}

/** Columns that speak of the whole order: a row where all of them are empty belongs to the order above it. */
const orderFields: FieldKey[] = ['externalId', 'number', 'placedAt', 'status', 'total', 'buyerId', 'name', 'email', 'phone'];

function readOrders(reading: TableReading): AsyncGenerator<Piece> {
  const { table, mapping, rules } = reading;
  const cells = cellsOf(reading);
  const orderColumns = orderFields.map((field) => cells.indexOf(field)).filter((index) => index !== undefined);
  const reader: GroupReader = {
    keyAt: cells.indexOf('externalId') ?? -1,
    continues: (row) => orderColumns.every((index) => cellText(row[index] ?? '') === ''),
    add: (known, row, line, piece) => {
      if (!fitsHeader(row, table)) {
        piece.bad.push(shifted(row, table, line));
        return known ?? null;
      }
      cells.read(row);
      const group = known ?? startGroup(cells, mapping, rules);
      if (!cells.problem) addLine(group, cells, rules);
      if (!cells.problem) return group;
      piece.bad.push(badRow(cells, reading, row, line));
      return known ?? null;
    },
    finish: (group, piece) => piece.records.push(finishGroup(group)),
    broken: (row, piece) => piece.bad.push(brokenRow(row, table)),
  };
  return groupRows(table, reading.survey, reader, reading.bytes);
}

/** More filled cells than columns: the cells have shifted, and no column can be trusted. */
function fitsHeader(row: readonly string[], table: Table): boolean {
  const { length } = table.header;
  return row.length <= length || row.slice(length).every((cell) => cell.trim() === '');
}

function shifted(row: readonly string[], table: Table, line: number): BadRow {
  return { file: table.file, line, column: null, reason: 'too_many_cells', raw: rawRow(row) };
}

function badRow(cells: Cells, { table, mapping }: TableReading, row: readonly string[], line: number): BadRow {
  const { field, reason } = cells.problem!;
  return { file: table.file, line, column: mapping.columns[field] ?? null, reason, raw: rawRow(row) };
}

function brokenRow({ line, raw, code }: BrokenRow, table: Table): BadRow {
  return { file: table.file, line, column: null, reason: code, raw };
}
