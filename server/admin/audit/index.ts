/** The door of the audit log; writing into it is the ground floor's `audit`. */
import type { Room } from '../../platform/room.ts';
import { routes } from './routes.ts';

export const auditLog: Room = { name: 'audit', ...routes };
