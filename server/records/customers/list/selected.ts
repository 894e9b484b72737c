/** Work on many chosen customers: a few at once, more in the background, by ids or by whatever a filter finds. */
import type { Selection } from '../../../../contract/customers.ts';
import { Problem } from '../../../platform/http/problem.ts';
import type { JobHandle } from '../../../platform/jobs.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Db } from '../../../platform/postgres/database.ts';
import { chosenBy } from './filter.ts';
import { countCustomers, idsAfter } from './list.ts';

/** What a person waits for; more is work for the background. */
const atOnce = 1_000;

/** Small enough that other writers get in between. */
const batchCustomers = 1_000;

export interface SelectedWork {
  selection: Selection;
  /** Notes in the audit log what is going to be done; once for the whole work. */
  note(tx: Db): Promise<void>;
  /** Must find done what a former run has done. @returns how many it changed */
  apply(tx: Db, ids: readonly number[]): Promise<number>;
  /** Queues the same work as a job. */
  queue(tx: Db): Promise<string>;
}

/** @throws Problem `customers:choose-customers` where both or no way to choose is given */
export async function doSelected(
  { db }: Pick<Platform, 'db'>,
  { selection, note, apply, queue }: SelectedWork,
): Promise<{ jobId: string | null; changed: number }> {
  if ((selection.ids === undefined) === (selection.filter === undefined)) throw new Problem('customers:choose-customers');
  const ids = await batchAfter(db.db, selection, 0, atOnce + 1);
  return db.transaction(async (tx) => {
    await note(tx);
    return ids.length <= atOnce ? { jobId: null, changed: await apply(tx, ids) } : { jobId: await queue(tx), changed: 0 };
  });
}

/** The body of such a job. */
export async function runSelected(
  { db }: Pick<Platform, 'db'>,
  selection: Selection,
  apply: SelectedWork['apply'],
  job: JobHandle,
): Promise<{ changed: number }> {
  const total = selection.ids?.length ?? (await countCustomers(db.db, await chosenBy(db.db, selection.filter ?? {})));
  let changed = 0;
  let done = 0;
  for (let after = 0; ; ) {
    job.signal.throwIfAborted();
    const ids = await batchAfter(db.db, selection, after, batchCustomers);
    const last = ids.at(-1);
    if (last === undefined) return { changed };
    changed += await db.transaction((tx) => apply(tx, ids));
    after = last;
    done += ids.length;
    await job.progress(Math.min(done, total), total);
  }
}

async function batchAfter(db: Db, { ids, filter }: Selection, after: number, limit: number): Promise<number[]> {
  if (!ids) return idsAfter(db, await chosenBy(db, filter ?? {}), after, limit);
  return [...new Set(ids)]
    .filter((id) => id > after)
    .toSorted((a, b) => a - b)
    .slice(0, limit);
}
