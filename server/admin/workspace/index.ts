/** The door of the company's settings; reading them is the ground floor's `getWorkspace`. */
import type { Room } from '../../platform/room.ts';
import { routes } from './routes.ts';

export const workspace: Room = { name: 'workspace', ...routes };
