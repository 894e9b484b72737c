/**
 * Port: a known file format. `fits` is asked about every uploaded file to offer the likeliest preset; `open` once per run (and again
 * when a stopped run goes on). Choose `tablePreset` for a table whose columns have known names; write `open` only where files must be
 * joined or are no tables.
 */
import type { ColumnMapping, PresetName } from '../../../../contract/imports.ts';
import type { Currency } from '../../../../contract/money.ts';
import type { Source, SourceFile } from '../source/source.ts';
import type { FileFormat } from '../tables/open-table.ts';
import type { ReadingDefaults } from '../translate/cells.ts';
import type { Piece } from '../translate/piece.ts';

/** What is known of a file before anyone decides what it is. */
export interface Sketch {
  file: SourceFile;
  format: FileFormat;
  encoding: string | null;
  delimiter: string | null;
  header: string[];
  rows: string[][];
  /** The first letters of a file that is no table. */
  start: string;
}

export interface OpenOptions {
  defaults: ReadingDefaults;
  /** How to read the columns; presets that know their columns do without. */
  mapping: ColumnMapping | null;
  /** What to call the line of delivery charged to the buyer, in the language of the workspace. */
  deliveryName: string;
}

export interface Reading {
  /** Rows that will be read in all, as far as the first pass could tell. */
  rows: number;
  /** May be called again, and then gives the same records and bad rows in the same order. */
  pieces(): AsyncGenerator<Piece>;
  /** Files of the source that this preset has no use for. */
  ignored: string[];
}

/** Where the shop of a data set is at home; for an installation that nobody has set up yet. */
export interface Home {
  currency: Currency;
  timeZone: string;
  country: string;
}

export interface Preset {
  name: PresetName;
  /** What to call a channel made for its files. */
  title: string;
  /** Kind of the channel: a marketplace, or `file`. */
  channelKind: string;
  home?: Home;
  /** 0 where the files are something else, 1 where there is no doubt. */
  fits(sketches: readonly Sketch[]): number;
  /** The mapping of the preset, to be shown. */
  mapping?(sketches: readonly Sketch[]): ColumnMapping | null;
  open(source: Source, options: OpenOptions): Promise<Reading>;
}
