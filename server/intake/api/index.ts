/** The way in for programs (INT-1). */
import type { Room } from '../../platform/room.ts';
import { routes } from './routes.ts';

export const intakeApi: Room = { name: 'intake', ...routes };
