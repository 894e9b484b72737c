/** What the figures are: key figures, series, splits, today. */
import type { Room } from '../../platform/room.ts';
import { routes } from './routes.ts';

export { addKpiCommand } from './command.ts';

export const analytics: Room = { name: 'analytics', ...routes };
