/** Background work as people watch and stop it, and the house's own upkeep. */
import type { Room } from '../../platform/room.ts';
import { routes } from './routes.ts';
import { nightly, nightlyBackup, tidy } from './upkeep.ts';

export const jobs: Room = { name: 'jobs', ...routes, jobs: [nightlyBackup, tidy], schedules: nightly };
