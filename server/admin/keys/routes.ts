/** HTTP of API keys. */
import { type ApiKey, keys as contract } from '../../../contract/keys.ts';
import { knownCaller } from '../../platform/caller.ts';
import { serve } from '../../platform/room.ts';
import { makeKey, revoke } from './keys.ts';
import { type KeyRow, listKeys } from './store.ts';

export const routes = serve(contract, (platform) => ({
  'GET /keys': async () => (await listKeys(platform.db.db)).map(shown),
  'POST /keys': async ({ caller, body }) => {
    const { key, ...row } = await platform.db.transaction((tx) => makeKey(tx, knownCaller(caller), body));
    return { ...shown(row), key };
  },
  'DELETE /keys/:id': ({ caller, params }) => revoke(platform, knownCaller(caller), params.id),
}));

function shown({ createdAt, expiresAt, lastUsedAt, ...row }: KeyRow): ApiKey {
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
