/** The door of custom fields; definitions are read through the ground floor's `fieldsOf`, values checked by `models/fields`. */
import type { Room } from '../../platform/room.ts';
import { routes } from './routes.ts';

export const fields: Room = { name: 'fields', ...routes };
