/** The team's door: who works here, and who is behind a browser's request. */
import { permissionsOf } from '../../../contract/access.ts';
import type { Db } from '../../platform/postgres/database.ts';
import type { Caller, Room } from '../../platform/room.ts';
import { routes } from './routes.ts';
import { findBySession, sessionDigest } from './sessions.ts';

export { addUserCommands } from './command.ts';

export const people: Room = { name: 'people', ...routes };

/** The person whose session the cookie names, or null. */
export async function callerOfSession(
  db: Db,
  headers: Record<string, string | string[] | undefined>,
  address: string,
): Promise<Caller | null> {
  const token = sessionDigest(headers);
  const person = token && (await findBySession(db, token));
  if (!person) return null;
  return {
    kind: 'person',
    id: String(person.id),
    name: person.name,
    role: person.role,
    permissions: new Set(permissionsOf[person.role]),
    address,
  };
}
