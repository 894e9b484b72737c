/** The channel that the records of a file belong to. */
import type { PresetName } from '../../../../contract/imports.ts';
import type { Db } from '../../../platform/postgres/database.ts';
import { ensureChannel } from '../../../records/channels/index.ts';
import { presets } from '../presets/presets.ts';

/** Files of one name go to one channel, so that the next export of the same shop meets its own records. */
export function channelForFiles(tx: Db, preset: PresetName, name = presets[preset].title): Promise<number> {
  const code = `file:${name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')}`;
  return ensureChannel(tx, { code, kind: presets[preset].channelKind, name: name.trim() });
}
