/** Makes a mailbox or a phone that people entered a key of its customer; where it is another's already, the two are noted as suspects. */
import { sql } from 'kysely';
import type { Db } from '../../platform/postgres/database.ts';
import { addSuspects } from './identity-store.ts';

export interface Claim {
  customerId: number;
  kind: 'email' | 'phone';
  /** In its normal form. */
  value: string;
}

/** `entered` by a person, or `corrected` from what a channel wrote. */
export type ClaimReason = 'entered' | 'corrected';

/** The caller holds the intake lock. */
export async function claimContacts(tx: Db, claims: readonly Claim[], reason: ClaimReason): Promise<void> {
  if (claims.length === 0) return;
  const claimed = sql`unnest(${claims.map((c) => c.customerId)}::bigint[], ${claims.map((c) => c.kind)}::text[], ${claims.map((c) => c.value)}::text[])
    as claimed(customer_id, kind, value)`;
  await sql`insert into customers.identities (customer_id, original_customer_id, kind, value, reason)
    select customer_id, customer_id, kind, value, ${reason} from ${claimed} on conflict do nothing`.execute(tx);
  const { rows } = await sql<{ owner: number; customerId: number; kind: string }>`
    select i.customer_id as owner, claimed.customer_id as "customerId", i.kind from ${claimed}
    join customers.identities i on i.kind = claimed.kind and i.channel_id = 0 and i.value = claimed.value where i.customer_id <> claimed.customer_id`.execute(
    tx,
  );
  await addSuspects(
    tx,
    rows.map(({ owner, customerId, kind }) => ({
      firstId: Math.min(owner, customerId),
      secondId: Math.max(owner, customerId),
      reason: `same_${kind}`,
    })),
  );
}

/** Forgets a key that only a person's entry gave; what a channel told stays a way to recognise the customer. */
export async function releaseContact(tx: Db, { customerId, kind, value }: Claim): Promise<void> {
  await sql`delete from customers.identities where customer_id = ${customerId} and kind = ${kind} and channel_id = 0 and value = ${value}
    and reason in ('entered', 'corrected')`.execute(tx);
}
