/** Mends bad contacts of many customers: phones read again as those of another country, or what cannot be mended cleared (CUS-9). */
import { sql } from 'kysely';
import type { Cure } from '../../../../contract/customer-care.ts';
import type { Selection } from '../../../../contract/customers.ts';
import { normalizePhone } from '../../../models/contacts.ts';
import { type Actor, audit } from '../../../platform/audit.ts';
import { defineJob } from '../../../platform/job-definition.ts';
import { noteChanges } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Db } from '../../../platform/postgres/database.ts';
import { claimContacts } from '../claim.ts';
import { doSelected, runSelected } from '../list/selected.ts';
import { takeIntakeLock } from '../lock.ts';
import { refreshSearch } from '../search.ts';

interface CureInput {
  selection: Selection;
  cure: Cure;
}

export const cureJob = defineJob<CureInput>({
  name: 'customers.cure',
  run: (platform, { selection, cure }, job) => runSelected(platform, selection, (tx, ids) => cureBatch(tx, ids, cure), job),
});

/** @throws Problem `customers:choose-customers` */
export async function cureContacts(platform: Platform, author: Actor, input: CureInput): Promise<{ jobId: string | null; mended: number }> {
  const { cure } = input;
  const selection: Selection = input.selection.filter
    ? { filter: { ...input.selection.filter, problem: [cure.problem] } }
    : input.selection;
  const { jobId, changed } = await doSelected(platform, {
    selection,
    apply: (tx, ids) => cureBatch(tx, ids, cure),
    queue: (tx) => platform.jobs.start(cureJob.name, { selection, cure }, { tx, startedBy: author.name }),
    note: (tx) =>
      audit(tx, author, { action: 'customers.contacts-mended', object: { kind: 'customers', id: 'bulk' }, after: { ...selection, cure } }),
  });
  return { jobId, mended: changed };
}

async function cureBatch(tx: Db, ids: readonly number[], cure: Cure): Promise<number> {
  await takeIntakeLock(tx);
  const mended = cure.how === 'clear' ? await clear(tx, ids, cure.problem) : await readAgain(tx, ids, cure.country);
  await refreshSearch(tx, mended);
  await noteChanges(tx, 'customer', mended);
  return mended.length;
}

async function clear(tx: Db, ids: readonly number[], problem: Cure['problem']): Promise<number[]> {
  const column = sql.ref(problem === 'bad_phone' ? 'phone' : 'email');
  const { rows } = await sql<{ id: number }>`
    update customers.customers set ${column} = null, problems = array_remove(problems, ${problem}), updated_at = now()
    where id = any(${ids as number[]}) and ${problem} = any (problems) and merged_into is null returning id`.execute(tx);
  return rows.map(({ id }) => id);
}

async function readAgain(tx: Db, ids: readonly number[], country: string): Promise<number[]> {
  const { rows } = await sql<{ id: number; phone: string }>`
    select id, phone from customers.customers
    where id = any(${ids as number[]}) and 'bad_phone' = any (problems) and phone is not null and merged_into is null order by id for update`.execute(
    tx,
  );
  const read = rows.flatMap(({ id, phone }) => {
    const normal = normalizePhone(phone, country);
    return normal === null ? [] : [{ id, phone: normal }];
  });
  await sql`update customers.customers c set phone = r.phone, problems = array_remove(c.problems, 'bad_phone'), updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(read)}::jsonb) as r(id bigint, phone text) where c.id = r.id`.execute(tx);
  await claimContacts(
    tx,
    read.map(({ id, phone }) => ({ customerId: id, kind: 'phone', value: phone })),
    'corrected',
  );
  return read.map(({ id }) => id);
}
