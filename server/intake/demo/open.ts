/** Opens and closes the demo shop: decides what it is made of, and rings for the work. */
import type { DemoShop } from '../../../contract/demo.ts';
import { type Actor, audit } from '../../platform/audit.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { getWorkspace } from '../../platform/workspace.ts';
import { addShop, findShop, markRemoving, type Shop, type ShopPlan, setJob } from './store.ts';

export type Wishes = Pick<ShopPlan, 'seed' | 'scale' | 'events'>;

/**
 * Notes that a shop is to be made; the work itself is another step.
 * @throws Problem `demo:already-open`
 */
export async function planShop(tx: Db, wishes: Wishes): Promise<void> {
  const { language, currencyFixed } = await getWorkspace(tx);
  const until = new Date(Math.floor(Date.now() / 1_000) * 1_000);
  if (!(await addShop(tx, { ...wishes, language, until, freesCurrency: !currencyFixed })))
    throw new Problem('demo:already-open', { status: 409 });
}

export async function openShop(tx: Db, platform: Platform, wishes: Wishes, by: Actor): Promise<void> {
  await planShop(tx, wishes);
  await setJob(tx, await platform.jobs.start('demo.load', {}, { tx, startedBy: by.name }));
  await audit(tx, by, { action: 'demo.opened', object: { kind: 'demo', id: 1 }, after: { ...wishes } });
}

/**
 * From here on the making of the shop stores nothing more, should it still run.
 * @throws Problem `demo:not-open`
 */
export async function closeShop(tx: Db, platform: Platform, by: Actor): Promise<void> {
  if (!(await markRemoving(tx))) throw new Problem('demo:not-open', { status: 409 });
  await setJob(tx, await platform.jobs.start('demo.remove', {}, { tx, startedBy: by.name }));
  await audit(tx, by, { action: 'demo.removed', object: { kind: 'demo', id: 1 } });
}

export async function viewShop(db: Db): Promise<DemoShop> {
  return viewOf(await findShop(db));
}

function viewOf(shop: Shop | null): DemoShop {
  if (!shop) return { state: 'absent', jobId: null, language: null, until: null, counts: {} };
  const { state, jobId, language, until, counts } = shop;
  return { state, jobId, language, until: until.toISOString(), counts };
}
