/** Lists as people saved them. */
import type { Room } from '../../platform/room.ts';
import { routes } from './routes.ts';

export const views: Room = { name: 'views', ...routes };
