/** HTTP of one's own account; keys have none. */
import type { people as contract } from '../../../contract/people.ts';
import { audit } from '../../platform/audit.ts';
import { knownCaller } from '../../platform/caller.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Caller, Handlers } from '../../platform/room.ts';
import { beginTotp, changePassword, type Self, turnTotpOff, turnTotpOn } from './account.ts';
import { meOf, personBehind } from './me.ts';
import { closeSessionOf, closeSessions, listSessions, sessionDigest } from './sessions.ts';
import { updatePerson } from './store.ts';

type Asked = { caller: Caller | null; address: string; headers: Record<string, string | string[] | undefined> };

export function accountRoutes(platform: Platform) {
  const { db, transaction } = platform.db;
  const selfOf = async ({ caller, address, headers }: Asked): Promise<Self> => ({
    person: await personBehind(db, caller),
    address,
    session: sessionDigest(headers),
  });
  return {
    'PATCH /me': ({ caller, body }) =>
      transaction(async (tx) => {
        const before = await personBehind(tx, caller);
        const after = (await updatePerson(tx, before.id, body)) ?? before;
        const object = { kind: 'person', id: before.id };
        await audit(tx, knownCaller(caller), { action: 'people.account-changed', object, before: { name: before.name }, after: body });
        return meOf(after);
      }),
    'POST /me/password': async (call) => changePassword(platform, await selfOf(call), call.body),
    'POST /me/totp': async (call) => beginTotp(platform, await selfOf(call), call.body.password),
    'POST /me/totp/confirmation': async (call) => ({ recoveryCodes: await turnTotpOn(platform, await selfOf(call), call.body.code) }),
    'POST /me/totp/removal': async (call) => turnTotpOff(platform, await selfOf(call), call.body.password),
    'GET /me/sessions': async (call) => {
      const { person, session } = await selfOf(call);
      return (await listSessions(db, person.id, session)).map(({ createdAt, lastSeenAt, ...rest }) => ({
        ...rest,
        createdAt: createdAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
      }));
    },
    'DELETE /me/sessions': async (call) => {
      const { person, session } = await selfOf(call);
      await closeSessions(db, person.id, session);
    },
    'DELETE /me/sessions/:id': async (call) => {
      const { person } = await selfOf(call);
      if (!(await closeSessionOf(db, person.id, call.params.id))) throw notFound('session', call.params.id);
    },
  } satisfies Partial<Handlers<typeof contract>>;
}
