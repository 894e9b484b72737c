/** HTTP of the team: first visit, sign-in, one's own account, who works here. */
import { people as contract } from '../../../contract/people.ts';
import { knownCaller } from '../../platform/caller.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Handlers, serve } from '../../platform/room.ts';
import { accountRoutes } from './account-routes.ts';
import { listInvitations } from './invitation-store.ts';
import { invite, makePasswordLink, previewLink, takeBack, useLink } from './invitations.ts';
import { meOf, personBehind, personOf } from './me.ts';
import { emptyCookie, sessionDigest, visitOf } from './sessions.ts';
import { readSetup, setUp } from './setup.ts';
import { enter, signIn, signOut } from './sign-in.ts';
import { listPeople } from './store.ts';
import { changePerson, leaveTeam } from './team.ts';

type Part = Partial<Handlers<typeof contract>>;

export const routes = serve(contract, (platform) => ({
  ...signInRoutes(platform),
  ...accountRoutes(platform),
  ...teamRoutes(platform),
}));

function signInRoutes(platform: Platform) {
  const { db } = platform.db;
  return {
    'GET /setup': () => readSetup(db),
    'POST /setup': async (call) => {
      const person = await setUp(platform, call.body, call.address);
      call.setHeader('set-cookie', await enter(platform, person, visitOf(call)));
      return meOf(person);
    },
    'GET /session': async ({ caller }) => (caller?.kind === 'person' ? meOf(await personBehind(db, caller)) : null),
    'POST /session': async (call) => {
      const { person, cookie } = await signIn(platform, call.body, visitOf(call));
      call.setHeader('set-cookie', cookie);
      return meOf(person);
    },
    'DELETE /session': async (call) => {
      const token = sessionDigest(call.headers);
      if (token) await signOut(platform, token, call.address);
      call.setHeader('set-cookie', emptyCookie(visitOf(call)));
    },
    'POST /invitation/preview': ({ body }) => previewLink(db, body.token),
    'POST /invitation': async (call) => {
      const person = await useLink(platform, call.body, call.address);
      if (!person) return null;
      call.setHeader('set-cookie', await enter(platform, person, visitOf(call)));
      return meOf(person);
    },
  } satisfies Part;
}

function teamRoutes(platform: Platform) {
  const { db, transaction } = platform.db;
  return {
    'GET /people': async () => (await listPeople(db)).map(personOf),
    'PATCH /people/:id': ({ caller, params, body }) =>
      transaction(async (tx) => personOf(await changePerson(tx, knownCaller(caller), params.id, body))),
    'DELETE /people/:id': ({ caller, params }) => transaction((tx) => leaveTeam(tx, knownCaller(caller), params.id)),
    'POST /people/:id/password-link': ({ caller, params }) => transaction((tx) => makePasswordLink(tx, knownCaller(caller), params.id)),
    'GET /people/invitations': async () =>
      (await listInvitations(db)).map(({ createdAt, expiresAt, ...rest }) => ({
        ...rest,
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
      })),
    'POST /people/invitations': ({ caller, body }) => transaction((tx) => invite(tx, knownCaller(caller), body)),
    'DELETE /people/invitations/:id': ({ caller, params }) => transaction((tx) => takeBack(tx, knownCaller(caller), params.id)),
  } satisfies Part;
}
