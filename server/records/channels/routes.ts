/** HTTP of channels. */
import { channels as contract, type Channel as ShownChannel } from '../../../contract/channels.ts';
import { audit } from '../../platform/audit.ts';
import { knownCaller } from '../../platform/caller.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import { serve } from '../../platform/room.ts';
import { listChannels, renameChannel } from './store.ts';
import { ordersByChannel } from './warehouse.ts';

export const routes = serve(contract, (platform) => ({
  'GET /channels': () => showChannels(platform),
  'PATCH /channels/:id': async ({ params: { id }, body: { name }, caller, transaction }) => {
    await transaction(async (tx) => {
      const before = await renameChannel(tx, id, name);
      if (before === null) throw notFound('channel', id);
      await audit(tx, knownCaller(caller), {
        action: 'channels.named',
        object: { kind: 'channel', id },
        before: { name: before },
        after: { name },
      });
    });
    const after = (await showChannels(platform)).find((channel) => channel.id === id);
    if (!after) throw notFound('channel', id);
    return after;
  },
}));

async function showChannels({ db, warehouse }: Platform): Promise<ShownChannel[]> {
  const [channels, sums] = await Promise.all([listChannels(db.db), ordersByChannel(warehouse)]);
  const byId = new Map(sums.map((sum) => [sum.channelId, sum]));
  return channels.map(({ receivedAt, ...channel }) => {
    const { orders = 0, firstOrderAt = null, lastOrderAt = null } = byId.get(channel.id) ?? {};
    return { ...channel, receivedAt: receivedAt?.toISOString() ?? null, orders, firstOrderAt, lastOrderAt };
  });
}
