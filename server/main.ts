/** Starts everything in one process. */
import { openHouse } from './house.ts';
import { readConfig } from './platform/config.ts';
import { openLog } from './platform/log.ts';
import { openPlatform } from './platform/open.ts';
import { closeOnSignal, explainAndExit } from './platform/process.ts';

try {
  const platform = await openPlatform(readConfig(), openLog());
  const house = await openHouse(platform);
  closeOnSignal(house, platform);
  process.stdout.write(`Prilavok: ${await house.listen()}\n`);
} catch (error) {
  explainAndExit(error as Error);
}
