/** A repeated creating request gets the first one's answer: the answer is kept in the transaction that created. */
import { sql } from 'kysely';
import type { Database, Db } from '../postgres/database.ts';
import { Problem } from './problem.ts';

export interface Repeat {
  key: string;
  caller: string;
  operation: string;
  requestHash: string;
}

/** @throws Problem when the key belongs to another request */
export async function keptAnswer(db: Db, repeat: Repeat): Promise<{ answer: unknown } | null> {
  const { rows } = await sql<{ operation: string; request_hash: string; answer: unknown }>`
    select operation, request_hash, answer from platform.idempotency_keys where caller = ${repeat.caller} and key = ${repeat.key}`.execute(
    db,
  );
  const kept = rows[0];
  if (!kept) return null;
  if (kept.operation === repeat.operation && kept.request_hash === repeat.requestHash) return { answer: kept.answer };
  throw new Problem('same-key-other-request', { status: 422 });
}

/** Claims the key first: a simultaneous repeat waits for this transaction and then finds its answer. */
export async function transactionOnce<T>(database: Database, repeat: Repeat, work: (tx: Db) => Promise<T>): Promise<T> {
  return database.transaction(async (tx) => {
    const claimed = await sql`
      insert into platform.idempotency_keys (caller, key, operation, request_hash)
      values (${repeat.caller}, ${repeat.key}, ${repeat.operation}, ${repeat.requestHash}) on conflict do nothing returning key`.execute(
      tx,
    );
    if (claimed.rows.length === 0) {
      const kept = await keptAnswer(tx, repeat);
      if (kept) return kept.answer as T;
    }
    const result = await work(tx);
    await sql`update platform.idempotency_keys set answer = ${JSON.stringify(result)}::jsonb
      where caller = ${repeat.caller} and key = ${repeat.key}`.execute(tx);
    return result;
  });
}

const keptFor = '48 hours';

/** Forgets old answers. */
export async function forgetAnswers(db: Db): Promise<void> {
  await sql`delete from platform.idempotency_keys where created_at < now() - ${keptFor}::interval`.execute(db);
}
