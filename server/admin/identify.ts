/** Who is behind a request: the hook that the HTTP floor asks before every operation. */
import type { Platform } from '../platform/platform.ts';
import type { Caller } from '../platform/room.ts';
import { callerOfKey } from './keys/index.ts';
import { callerOfSession } from './people/index.ts';

/**
 * A key where one is sent, good or not; otherwise the browser's session. Null for a stranger. Other schemes than `Bearer` are
 * somebody else's: a proxy in front of us may ask for a password of its own.
 */
export function identify(
  platform: Platform,
  headers: Record<string, string | string[] | undefined>,
  address: string,
): Promise<Caller | null> {
  const { db } = platform.db;
  const { authorization } = headers;
  if (typeof authorization === 'string' && /^bearer\s/i.test(authorization)) return callerOfKey(db, authorization, address);
  return callerOfSession(db, headers, address);
}
