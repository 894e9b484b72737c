/** Any table: its columns as people mapped them, or as they were guessed. */

import type { ColumnMapping } from '../../../../../contract/imports.ts';
import { guessKind } from '../../columns/guess.ts';
import { openTable } from '../../tables/open-table.ts';
import { firstRows } from '../../tables/table.ts';
import type { Preset, Sketch } from '../preset.ts';
import { openTables } from '../table-preset.ts';

const rowsToGuessBy = 200;

export const anyTable: Preset = {
  name: 'table',
  title: 'Files',
  channelKind: 'file',
  fits: (sketches) => (sketches.some(({ header }) => header.length > 0) ? 0.3 : 0),
  mapping: (sketches) => guessMapping(sketches.find(({ header }) => header.length > 0)),
  open: async (source, options) => {
    const mapping = options.mapping ?? (await guessFrom(source.files));
    return openTables(source, options, (table) => (mapping && fitsTable(mapping, table.header) ? mapping : null));
  },
};

export function guessMapping(sketch: Pick<Sketch, 'header' | 'rows'> | undefined): ColumnMapping | null {
  if (!sketch) return null;
  const { kind, guesses } = guessKind(sketch.header, sketch.rows);
  return { kind, columns: Object.fromEntries(guesses.map(({ field, column }) => [field, column])) };
}

async function guessFrom(files: readonly Sketch['file'][]): Promise<ColumnMapping | null> {
  for (const file of files) {
    const table = await openTable(file);
    if (table) return guessMapping({ header: table.header, rows: (await firstRows(table, rowsToGuessBy)).rows });
  }
  return null;
}

/** A folder may hold other tables beside the mapped one. */
function fitsTable(mapping: ColumnMapping, header: readonly string[]): boolean {
  const columns = Object.values(mapping.columns);
  return columns.length > 0 && columns.every((column) => header.includes(column));
}
