/** `npm run soak -- api [kills] [seed]`: the server killed at random while a program writes orders over HTTP. */
import { writeThroughCrashes } from '../../server/intake/api/fixtures/crash.ts';

const kills = Number(process.argv[2] || 100);
const seed = Number(process.argv[3] || Date.now() % 1_000_000);
const end = await writeThroughCrashes(seed, kills);
process.stdout.write(`${JSON.stringify({ seed, ...end })}\n`);
process.exitCode = end.lost + end.doubled === 0 && end.sum === end.expectedSum ? 0 : 1;
