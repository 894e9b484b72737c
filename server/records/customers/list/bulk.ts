/** One change to many customers: tags, manager, company (CUS-7, CUS-8). */
import { sql } from 'kysely';
import type { BulkCustomerChange, Selection } from '../../../../contract/customers.ts';
import { type Actor, audit } from '../../../platform/audit.ts';
import { Problem } from '../../../platform/http/problem.ts';
import { defineJob } from '../../../platform/job-definition.ts';
import { noteChanges } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Db } from '../../../platform/postgres/database.ts';
import { companyExists } from '../companies/store.ts';
import { refreshSearch } from '../search.ts';
import { doSelected, runSelected } from './selected.ts';

interface BulkInput {
  selection: Selection;
  change: BulkCustomerChange;
}

export const bulkJob = defineJob<BulkInput>({
  name: 'customers.bulk',
  run: (platform, { selection, change }, job) => runSelected(platform, selection, (tx, ids) => changeBatch(tx, ids, change), job),
});

/** @throws Problem `customers:choose-customers`, `customers:nothing-to-change`, or `invalid` about the company */
export async function changeMany(
  platform: Platform,
  author: Actor,
  { selection, change }: BulkInput,
): Promise<{ jobId: string | null; changed: number }> {
  if (Object.values(change).every((value) => value === undefined)) throw new Problem('customers:nothing-to-change');
  if (change.companyId && !(await companyExists(platform.db.db, change.companyId))) {
    throw new Problem('invalid', { fields: [{ field: 'change.companyId', code: 'customers:no-company' }] });
  }
  return doSelected(platform, {
    selection,
    apply: (tx, ids) => changeBatch(tx, ids, change),
    queue: (tx) => platform.jobs.start(bulkJob.name, { selection, change }, { tx, startedBy: author.name }),
    note: (tx) =>
      audit(tx, author, {
        action: 'customers.changed-in-bulk',
        object: { kind: 'customers', id: 'bulk' },
        after: { ...selection, change },
      }),
  });
}

async function changeBatch(
  tx: Db,
  ids: readonly number[],
  { addTags = [], removeTags = [], managerId, companyId }: BulkCustomerChange,
): Promise<number> {
  const manager = managerId === undefined ? sql`x.manager_id` : sql`${managerId}::bigint`;
  const company = companyId === undefined ? sql`x.company_id` : sql`${companyId}::bigint`;
  const { rows } = await sql<{ id: number }>`
    update customers.customers c set tags = n.tags, manager_id = n.manager_id, company_id = n.company_id, updated_at = now()
    from (select x.id, ${manager} as manager_id, ${company} as company_id,
        array(select distinct t from unnest(x.tags || ${addTags}::text[]) as t where t <> all(${removeTags}::text[]) order by t) as tags
      from customers.customers x where x.id = any(${ids as number[]}) and x.merged_into is null order by x.id for update) n
    where c.id = n.id and (n.tags, n.manager_id, n.company_id) is distinct from (c.tags, c.manager_id, c.company_id)
    returning c.id`.execute(tx);
  const changed = rows.map(({ id }) => id);
  if (companyId !== undefined) await refreshSearch(tx, changed);
  await noteChanges(tx, 'customer', changed);
  return changed.length;
}
