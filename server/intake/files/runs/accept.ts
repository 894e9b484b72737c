/** Takes an uploaded file in and makes an import of it that waits for people to choose. */
import { Problem } from '../../../platform/http/problem.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Db } from '../../../platform/postgres/database.ts';
import { rankPresets } from '../presets/presets.ts';
import { sketchSource } from '../presets/sketch.ts';
import { openSource } from '../source/open-source.ts';
import { addRun, type Run } from './store.ts';

const rowsToRankBy = 20;

/**
 * Stores the stream and looks what it is.
 * @throws Problem `imports:empty-file`, or `imports:unknown-format` where no preset can read it; the file is then removed again
 */
export async function acceptUpload(platform: Platform, stream: NodeJS.ReadableStream, name: string) {
  const stored = await platform.files.put(stream);
  try {
    if (stored.size === 0) throw new Problem('imports:empty-file');
    const preset = await likeliestPreset(platform.files.path(stored.id), name);
    const run = { fileName: name, fileId: stored.id, path: null, fingerprint: stored.sha256, preset };
    return { record: (tx: Db, createdBy: string): Promise<Run> => addRun(tx, { ...run, createdBy }) };
  } catch (error) {
    await platform.files.remove(stored.id);
    throw error;
  }
}

async function likeliestPreset(path: string, name: string): Promise<Run['preset']> {
  const source = await openSource(path, name).catch(() => null);
  if (!source) throw new Problem('imports:unknown-format');
  try {
    const best = rankPresets(await sketchSource(source, rowsToRankBy)).at(0);
    if (!best) throw new Problem('imports:unknown-format');
    return best.name;
  } finally {
    await source.close();
  }
}
