/**
 * One decision about identities at a time in the whole installation: whose a purchase is, is decided by reading what exists, so two readers
 * must not decide at once. Intake takes the same lock for a batch.
 */
import { sql } from 'kysely';
import type { Db } from '../../platform/postgres/database.ts';

/** Held until the transaction ends. */
export async function takeIntakeLock(tx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('intake'))`.execute(tx);
}
