/** Imports one file into a data folder of its own and says how long that took; a process apart, so that its memory can be measured. */
import { connectRooms } from '../../server/house.ts';
import { importPath } from '../../server/intake/files/command.ts';
import { readConfig } from '../../server/platform/config.ts';
import { openLog } from '../../server/platform/log.ts';
import { openPlatform } from '../../server/platform/open.ts';
import { timeBareCopy } from './bare-copy.ts';

const [dataDir, path, preset, compare] = process.argv.slice(2) as [string, string, 'table' | 'online-retail', string?];
const platform = await openPlatform(readConfig({ DATA_DIR: dataDir }), openLog('warn'));
try {
  connectRooms();
  const { rows, seconds, counts, sums } = await importPath(platform, path, { preset, duplicates: 'update' });
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const bare = compare ? await timeBareCopy(platform.db.pool, dataDir) : null;
  process.stdout.write(`${JSON.stringify({ rows: rows.read, seconds, counts, sums, peakMb, bare })}\n`);
} finally {
  await platform.close();
}
