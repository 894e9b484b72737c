/** What two-step sign-in keeps in PostgreSQL: the sealed secret, the last step used, digests of recovery codes. */
import { sql } from 'kysely';
import type { Db } from '../../platform/postgres/database.ts';

/** A secret that waits for its first code. */
export async function keepTotpSecret(tx: Db, personId: number, sealed: string): Promise<void> {
  await sql`
    update people.people set totp_secret = ${sealed}, totp_confirmed_at = null, totp_last_step = null where id = ${personId}`.execute(tx);
}

export async function confirmTotp(tx: Db, personId: number, codes: readonly Buffer[]): Promise<void> {
  await sql`update people.people set totp_confirmed_at = now() where id = ${personId}`.execute(tx);
  await sql`delete from people.recovery_codes where person_id = ${personId}`.execute(tx);
  await sql`insert into people.recovery_codes (person_id, code_hash) select ${personId}, unnest(${codes}::bytea[])`.execute(tx);
}

export async function dropTotp(tx: Db, personId: number): Promise<void> {
  await sql`update people.people set totp_secret = null, totp_confirmed_at = null, totp_last_step = null where id = ${personId}`.execute(
    tx,
  );
  await sql`delete from people.recovery_codes where person_id = ${personId}`.execute(tx);
}

/** @returns false where this step or a later one has been used */
export async function useStep(db: Db, personId: number, step: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update people.people set totp_last_step = ${step}
    where id = ${personId} and coalesce(totp_last_step, 0) < ${step}`.execute(db);
  return numAffectedRows === 1n;
}

/** @returns false where there is no such code, or it has been used */
export async function useRecoveryCode(db: Db, personId: number, code: Buffer): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update people.recovery_codes set used_at = now()
    where person_id = ${personId} and code_hash = ${code} and used_at is null`.execute(db);
  return numAffectedRows === 1n;
}
