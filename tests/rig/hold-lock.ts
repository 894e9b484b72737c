/** Holds the lock on the data folder named by its argument until it is killed. */
import { lockData } from '../../server/platform/data-lock.ts';

lockData(process.argv[2] ?? '');
process.stdout.write('locked\n');
setInterval(() => {}, 1000);
