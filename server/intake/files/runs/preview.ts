/** What the first rows of a file are and what would become of them, before anything is stored. */
import { type ColumnMapping, type ImportPreview, importKinds, type PresetName } from '../../../../contract/imports.ts';
import type { Language } from '../../../../contract/language.ts';
import type { Platform } from '../../../platform/platform.ts';
import { fieldsOf } from '../columns/fields.ts';
import { guessColumns } from '../columns/guess.ts';
import { headerSignature } from '../columns/normal-name.ts';
import type { Sketch } from '../presets/preset.ts';
import { presets, rankPresets } from '../presets/presets.ts';
import { sketchSource } from '../presets/sketch.ts';
import type { Source } from '../source/source.ts';
import type { BadRow } from '../translate/piece.ts';
import { headOf } from './head.ts';
import { explain } from './reasons.ts';
import { openRunSource, readingDefaults } from './run.ts';
import { type Run, recallMapping } from './store.ts';

const rowsShown = 50;
const rowsToGuessBy = 200;
const recordsShown = 20;

/** Settings other than the guessed ones, where somebody is trying them. */
export interface Trial {
  preset: PresetName;
  mapping?: ColumnMapping;
}

export async function previewRun(platform: Platform, run: Run, language: Language, trial?: Trial): Promise<ImportPreview> {
  const source = await openRunSource(platform, run);
  try {
    const sketches = await sketchSource(source, rowsToGuessBy);
    const ranked = rankPresets(sketches);
    const preset = trial?.preset ?? ranked[0]?.name ?? 'table';
    const recalled = trial || preset !== 'table' ? null : await recall(platform, sketches);
    const mapping = trial?.mapping ?? recalled ?? presets[preset].mapping?.(sketches) ?? null;
    const { records, bad } = await tryOut(platform, source, preset, mapping);
    return {
      presets: ranked,
      files: sketches.map(shown),
      mapping,
      remembered: recalled !== null,
      guesses: mapping ? guessesFor(sketches, mapping) : [],
      fields: fieldList(),
      problems: bad.map((row) => ({ ...row, message: explain(row, language) })),
      records,
    };
  } finally {
    await source.close();
  }
}

async function recall(platform: Platform, sketches: readonly Sketch[]): Promise<ColumnMapping | null> {
  const table = sketches.find(({ header }) => header.length > 0);
  return table ? recallMapping(platform.db.db, headerSignature(table.header)) : null;
}

function shown({ file, format, encoding, delimiter, header, rows }: Sketch): ImportPreview['files'][number] {
  return { name: file.name, format, encoding, delimiter, header, rows: rows.slice(0, rowsShown) };
}

function guessesFor(sketches: readonly Sketch[], mapping: ColumnMapping): ImportPreview['guesses'] {
  const table = sketches.find(({ header }) => header.length > 0);
  return table ? guessColumns(table.header, table.rows, mapping.kind) : [];
}

function fieldList(): ImportPreview['fields'] {
  const lists = importKinds.map((kind) => [kind, fieldsOf[kind].map(({ key, type, required }) => ({ key, type, required }))]);
  return Object.fromEntries(lists) as ImportPreview['fields'];
}

/** Reads only as far as needed; joined tables are read whole, because a part of one fits no part of another. */
async function tryOut(platform: Platform, source: Source, name: PresetName, mapping: ColumnMapping | null) {
  const records: ImportPreview['records'] = [];
  const bad: BadRow[] = [];
  const part = name === 'olist' ? source : { ...source, files: source.files.map(headOf) };
  const reading = await presets[name].open(part, { ...(await readingDefaults(platform)), mapping });
  for await (const piece of reading.pieces()) {
    records.push(...piece.records);
    bad.push(...piece.bad);
    if (records.length >= recordsShown) break;
  }
  return { records: records.slice(0, recordsShown), bad: bad.slice(0, rowsShown) };
}
