/** Presets for tables with known columns: they differ only in names, statuses and a few rules. */
import type { ColumnMapping, ImportKind, PresetName } from '../../../../contract/imports.ts';
import type { Currency } from '../../../../contract/money.ts';
import type { StatusGroup } from '../../../../contract/records.ts';
import type { FieldKey } from '../columns/fields.ts';
import { normalName } from '../columns/normal-name.ts';
import type { Source, SourceFile } from '../source/source.ts';
import { openTable } from '../tables/open-table.ts';
import type { Table } from '../tables/table.ts';
import type { OrderRules } from '../translate/order-group.ts';
import type { Piece } from '../translate/piece.ts';
import { isGrouped, readTable } from '../translate/read-table.ts';
import { surveyTable } from '../translate/survey.ts';
import type { Home, OpenOptions, Preset, Reading } from './preset.ts';

export interface TablePreset {
  name: PresetName;
  title: string;
  channelKind?: string;
  home?: Home;
  tables: {
    kind: ImportKind;
    /** A table is taken for this one when it has all of these columns. */
    has: string[];
    /** The possible names of each field's column; the first one present is taken. */
    columns: Partial<Record<FieldKey, string[]>>;
  }[];
  timeZone?: string;
  currency?: Currency;
  statuses?: Record<string, StatusGroup>;
  rules?: Partial<OrderRules>;
}

export function tablePreset(described: TablePreset): Preset {
  const mappingFor = (header: readonly string[]): ColumnMapping | null => {
    const names = new Map(header.map((name) => [normalName(name), name]));
    const table = described.tables.find(({ has }) => has.every((name) => names.has(normalName(name))));
    if (!table) return null;
    const { timeZone, currency, statuses } = described;
    return { kind: table.kind, columns: columnsIn(names, table.columns), timeZone, currency, statuses };
  };
  return {
    name: described.name,
    title: described.title,
    channelKind: described.channelKind ?? 'file',
    home: described.home,
    fits: (sketches) => (sketches.some(({ header }) => mappingFor(header) !== null) ? 0.95 : 0),
    mapping: (sketches) => sketches.map(({ header }) => mappingFor(header)).find((mapping) => mapping !== null) ?? null,
    open: (source, options) =>
      openTables(source, options, (table) => overridden(mappingFor(table.header), options.mapping), described.rules),
  };
}

function columnsIn(names: ReadonlyMap<string, string>, wanted: TablePreset['tables'][number]['columns']): Record<string, string> {
  const columns: Record<string, string> = {};
  for (const [field, options] of Object.entries(wanted)) {
    const found = options.map((option) => names.get(normalName(option))).find((name) => name !== undefined);
    if (found !== undefined) columns[field] = found;
  }
  return columns;
}

/** A mapping changed by hand wins over the preset's own, for tables of its kind. */
function overridden(own: ColumnMapping | null, byHand: ColumnMapping | null): ColumnMapping | null {
  return own && byHand && byHand.kind === own.kind ? { ...own, ...byHand } : own;
}

interface OpenedTable {
  file: SourceFile;
  table: Table;
  mapping: ColumnMapping;
}

/** Opens every table of the source that `mappingFor` knows. */
export async function openTables(
  source: Source,
  options: OpenOptions,
  mappingFor: (table: Table) => ColumnMapping | null,
  rules: Partial<OrderRules> = {},
): Promise<Reading> {
  const opened: OpenedTable[] = [];
  const ignored: string[] = [];
  for (const file of source.files) {
    const table = await openTable(file);
    const mapping = table && mappingFor(table);
    if (table && mapping) opened.push({ file, table, mapping });
    else ignored.push(file.name);
  }
  const surveyed = await surveyAll(opened);
  return {
    rows: surveyed.reduce((sum, { survey }) => sum + survey.rows, 0),
    ignored,
    pieces: () => piecesOf(surveyed, options, { deliveryName: options.deliveryName, ...rules }),
  };
}

async function surveyAll(opened: OpenedTable[]) {
  const surveyed = [];
  for (const { file, table, mapping } of opened) {
    const bytes = file.path ? file.size : file.size * 8;
    const survey = await surveyTable(table, mapping, isGrouped(mapping.kind), bytes);
    surveyed.push({ table, mapping, survey, bytes });
  }
  return surveyed;
}

async function* piecesOf(tables: Awaited<ReturnType<typeof surveyAll>>, options: OpenOptions, rules: OrderRules): AsyncGenerator<Piece> {
  for (const surveyed of tables) yield* readTable({ ...surveyed, rules, defaults: options.defaults });
}
