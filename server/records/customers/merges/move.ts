/** Lets everything that a record brought follow it to another owner: at once in PostgreSQL, by a job in the warehouse. */
import type { RecordEvents } from '../../../models/record-events.ts';
import { publish } from '../../../platform/bus.ts';
import type { Jobs } from '../../../platform/jobs.ts';
import type { Db } from '../../../platform/postgres/database.ts';
import { refreshSearch } from '../search.ts';
import { followJob } from './follow-events.ts';
import { moveIdentities } from './store.ts';

export async function moveToOwner(tx: Db, jobs: Pick<Jobs, 'start'>, move: RecordEvents['customers.owner_changed']): Promise<void> {
  await moveIdentities(tx, move.buyerIds, move.customerId);
  await refreshSearch(tx, [move.customerId, move.formerCustomerId]);
  await publish(tx, 'customers.owner_changed', move);
  await jobs.start(followJob.name, move, { tx });
}
