/** Takes the demo shop away: everything that came with it goes, what others have meanwhile bought or changed stays. */
import type { Platform } from '../../platform/platform.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { forgetWorkspace, freeCurrency } from '../../platform/workspace.ts';
import { listChannels, removeChannel } from '../../records/channels/index.ts';
import { removeEvents } from '../../records/events/index.ts';
import { forgetStatuses } from '../../records/orders/index.ts';
import { forgetWarehouses } from '../../records/stock/index.ts';
import { takeBack } from '../ingest/index.ts';
import { demoImport, type Watch } from './load.ts';
import { deleteShop, findShop } from './store.ts';

/** Safe to repeat after a crash: it goes on with what is left. */
export async function removeShop(platform: Platform, watch: Watch): Promise<void> {
  const shop = await findShop(platform.db.db);
  if (shop?.state !== 'removing') return;
  await takeBack(platform, demoImport, (left) => watch.progress(shop.batches - left, shop.batches));
  const channels = (await listChannels(platform.db.db)).filter(({ isDemo }) => isDemo);
  await removeEvents(
    platform.warehouse,
    channels.map(({ id }) => id),
  );
  await platform.db.transaction(async (tx) => {
    for (const { id } of channels) await closeChannel(tx, id);
    // Where nothing else has ever come in, the company may choose its currency again.
    if (shop.freesCurrency && (await listChannels(tx)).length === 0) await freeCurrency(tx);
    await deleteShop(tx);
  });
  forgetWorkspace(platform.db.db);
}

async function closeChannel(tx: Db, id: number): Promise<void> {
  await forgetWarehouses(tx, id);
  await forgetStatuses(tx, id);
  await removeChannel(tx, id);
}
