/** Background work as people watch and stop it. */
import type { Room } from '../../platform/room.ts';
import { routes } from './routes.ts';

export const jobs: Room = { name: 'jobs', ...routes, jobs: [], schedules: [] };
