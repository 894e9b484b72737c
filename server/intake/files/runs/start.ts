/** Starts an import with the settings people chose, and remembers the mapping for the next file of this kind. */
import type { ColumnMapping, DuplicateRule, PresetName } from '../../../../contract/imports.ts';
import { audit } from '../../../platform/audit.ts';
import { Problem } from '../../../platform/http/problem.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Db } from '../../../platform/postgres/database.ts';
import type { Caller } from '../../../platform/room.ts';
import { listChannels } from '../../../records/channels/index.ts';
import { fieldsOf } from '../columns/fields.ts';
import { headerSignature } from '../columns/normal-name.ts';
import { sketchSource } from '../presets/sketch.ts';
import { channelForFiles } from './channel.ts';
import { openRunSource } from './run.ts';
import { chooseSettings, type Run, rememberMapping, setJob } from './store.ts';

export interface StartSettings {
  preset: PresetName;
  mapping: ColumnMapping | null;
  duplicates: DuplicateRule;
  channelId: number | null;
  channelName?: string;
}

/** @throws Problem `imports:already-started`, `imports:unknown-channel`, or `invalid` naming required fields without a column */
export async function startRun(platform: Platform, run: Run, settings: StartSettings, by: Caller): Promise<void> {
  if (settings.mapping) requireColumns(settings.mapping);
  const signature = settings.preset === 'table' && settings.mapping ? await signatureOf(platform, run) : null;
  await platform.db.transaction(async (tx) => {
    const channelId = await chooseChannel(tx, settings);
    if (!(await chooseSettings(tx, run.id, { ...settings, channelId }))) throw new Problem('imports:already-started', { status: 409 });
    if (signature !== null && settings.mapping) await rememberMapping(tx, signature, settings.mapping);
    await setJob(tx, run.id, await platform.jobs.start('imports.run', { runId: run.id }, { tx, startedBy: by.name }));
    await audit(tx, by, {
      action: 'imports.started',
      object: { kind: 'import', id: run.id },
      after: { preset: settings.preset, channelId },
    });
  });
}

function requireColumns({ kind, columns }: ColumnMapping): void {
  const missing = fieldsOf[kind].filter(({ key, required }) => required && !columns[key]);
  if (missing.length === 0) return;
  throw new Problem('invalid', { fields: missing.map(({ key }) => ({ field: `mapping.columns.${key}`, code: 'imports:needs-column' })) });
}

async function chooseChannel(tx: Db, settings: StartSettings): Promise<number> {
  if (settings.channelId === null) return channelForFiles(tx, settings.preset, settings.channelName);
  const known = (await listChannels(tx)).some(({ id }) => id === settings.channelId);
  if (!known) throw new Problem('imports:unknown-channel');
  return settings.channelId;
}

async function signatureOf(platform: Platform, run: Run): Promise<string | null> {
  const source = await openRunSource(platform, run);
  try {
    const table = (await sketchSource(source, 1)).find(({ header }) => header.length > 0);
    return table ? headerSignature(table.header) : null;
  } finally {
    await source.close();
  }
}
