/** The demo shop in this house: made through the real way in, and taken away without a trace. */
import type { Room } from '../../platform/room.ts';
import { loadDemo, removeDemo } from './jobs.ts';
import { routes } from './routes.ts';

export { addDemoCommand } from './command.ts';

export const demo: Room = { name: 'demo', ...routes, jobs: [loadDemo, removeDemo] };
