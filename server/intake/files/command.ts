/** `prilavok import PATH`: the same import without a running server. A run that was killed goes on where it was. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import {
  type ColumnMapping,
  columnMapping,
  type DuplicateRule,
  duplicateRules,
  type PresetName,
  presetNames,
} from '../../../contract/imports.ts';
import type { Language } from '../../../contract/language.ts';
import type { RunCommand } from '../../platform/command.ts';
import type { Platform } from '../../platform/platform.ts';
import { findWorkspace, forgetWorkspace, saveWorkspace } from '../../platform/workspace.ts';
import { presets, rankPresets } from './presets/presets.ts';
import { sketchSource } from './presets/sketch.ts';
import { badRowsFile } from './runs/bad-rows-file.ts';
import { channelForFiles } from './runs/channel.ts';
import { type Report, reportOf, tellReport } from './runs/report.ts';
import { carryOut } from './runs/run.ts';
import { addRun, chooseSettings, findRun, findUnfinished, type Run } from './runs/store.ts';
import { openSource } from './source/open-source.ts';

interface ImportOptions {
  preset?: PresetName;
  channel?: string;
  mapping?: string;
  duplicates: DuplicateRule;
  badRows?: string;
}

export function addImportCommand(program: Command, run: RunCommand): void {
  program
    .command('import <path>')
    .description('import a file, a folder or an archive of files')
    .addOption(new Option('--preset <name>', 'what the files are; found out by itself otherwise').choices(presetNames))
    .option('--channel <name>', 'the channel that the records belong to; made where there is none of this name')
    .option('--mapping <file>', 'JSON that says which column is which field')
    .addOption(new Option('--duplicates <rule>', 'what to do with records that are already here').choices(duplicateRules).default('update'))
    .option('--bad-rows <file>', 'write the rows that did not get in here')
    .action((path: string, options: ImportOptions) => run((platform) => importPath(platform, resolve(path), options), tellReport));
}

/**
 * @param tell what to do with the rows done, their total and the speed after each batch
 * @throws Error in words where the path cannot be read or no preset fits
 */
export async function importPath(platform: Platform, path: string, options: ImportOptions, tell = tellProgress): Promise<Report> {
  const preset = options.preset ?? (await likeliest(path));
  await ensureWorkspace(platform, preset);
  const mapping = options.mapping ? columnMapping.parse(JSON.parse(await readFile(options.mapping, 'utf8'))) : null;
  const { run, resumed } = await takeUp(platform, path, preset, mapping, options);
  const started = Date.now();
  const progress = async (rows: number, total: number) =>
    tell(rows, total, Math.round(((rows - run.rowsDone) / Math.max(1, Date.now() - started)) * 1000));
  await carryOut(platform, run.id, { signal: new AbortController().signal, progress });
  const done = (await findRun(platform.db.db, run.id)) as Run;
  if (options.badRows) await pipeline(badRowsFile(platform.db.db, run.id, await languageOf(platform)), createWriteStream(options.badRows));
  return reportOf(platform, done, { resumed, seconds: (Date.now() - started) / 1000 });
}

async function likeliest(path: string): Promise<PresetName> {
  const source = await openSource(path);
  try {
    const best = rankPresets(await sketchSource(source, 200)).at(0);
    if (!best) throw new Error(`${path} holds no table, catalogue or answer that could be imported`);
    return best.name;
  } finally {
    await source.close();
  }
}

/** Records need an accounting currency. Where nobody has set the company up, the data set's own is taken; the first visit asks the rest. */
async function ensureWorkspace(platform: Platform, preset: PresetName): Promise<void> {
  if (await findWorkspace(platform.db.db)) return;
  const home = presets[preset].home ?? { currency: 'RUB' as const, timeZone: 'Europe/Moscow', country: 'RU' };
  const rest = { language: 'ru' as const, weekStart: 1, questionnaire: { channels: [], goals: [], risks: [] } };
  await platform.db.transaction((tx) => saveWorkspace(tx, { company: presets[preset].title, ...home, ...rest }));
  forgetWorkspace(platform.db.db);
}

async function languageOf(platform: Platform): Promise<Language> {
  return (await findWorkspace(platform.db.db))?.language ?? 'en';
}

/** A run of the same files with the same settings that was killed is taken up; otherwise a new one begins. */
async function takeUp(platform: Platform, path: string, preset: PresetName, mapping: ColumnMapping | null, options: ImportOptions) {
  const fingerprint = await fingerprintOf(path, mapping);
  return platform.db.transaction(async (tx) => {
    const channelId = await channelForFiles(tx, preset, options.channel);
    const { duplicates } = options;
    const unfinished = await findUnfinished(tx, { fingerprint, preset, channelId, duplicates });
    if (unfinished) return { run: unfinished, resumed: true };
    const run = await addRun(tx, { fileName: basename(path), fileId: null, path, fingerprint, preset, createdBy: null });
    await chooseSettings(tx, run.id, { preset, mapping, duplicates, channelId });
    return { run, resumed: false };
  });
}

/** Changes when a file changes: by names, sizes and times, because reading all of a large folder twice costs too much. */
async function fingerprintOf(path: string, mapping: ColumnMapping | null): Promise<string> {
  const names = (await stat(path)).isDirectory() ? (await readdir(path)).toSorted().map((name) => join(path, name)) : [path];
  const hash = createHash('sha256').update(JSON.stringify(mapping));
  for (const name of names) {
    const { size, mtimeMs } = await stat(name);
    hash.update(`${name}\n${size}\n${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function tellProgress(rows: number, total: number, rate: number): void {
  process.stderr.write(`\r${rows} / ${total} rows, ${rate}/s ${rows === total ? '\n' : ''}`);
}
