/** The one row that says which demo shop is open and how far its making or removal is. */
import { sql } from 'kysely';
import type { Language } from '../../../contract/language.ts';
import type { RecordKind } from '../../../contract/records.ts';
import type { Db } from '../../platform/postgres/database.ts';

export interface ShopPlan {
  seed: number;
  scale: number;
  language: Language;
  events: boolean;
  until: Date;
  freesCurrency: boolean;
}

export type KindCounts = Partial<Record<RecordKind, number>>;

export interface Shop extends ShopPlan {
  state: 'loading' | 'ready' | 'removing';
  /** Batches that are in. */
  batches: number;
  counts: KindCounts;
  jobId: string | null;
}

export async function findShop(db: Db): Promise<Shop | null> {
  const { rows } = await sql<Shop>`
    select state, seed, scale, language, events, until, batches, counts, frees_currency as "freesCurrency", job_id as "jobId" from demo.shop`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** @returns false where a shop is open already */
export async function addShop(tx: Db, plan: ShopPlan): Promise<boolean> {
  const { rows } = await sql`
    insert into demo.shop (state, seed, scale, language, events, until, frees_currency)
    values ('loading', ${plan.seed}, ${plan.scale}, ${plan.language}, ${plan.events}, ${plan.until}, ${plan.freesCurrency})
    on conflict do nothing returning true`.execute(tx);
  return rows.length > 0;
}

export async function setJob(tx: Db, jobId: string): Promise<void> {
  await sql`update demo.shop set job_id = ${jobId}`.execute(tx);
}

/** @returns false where the shop is no longer being made: its removal has begun, and nothing more may be stored */
export async function writeCheckpoint(tx: Db, batches: number, counts: KindCounts): Promise<boolean> {
  const { rows } = await sql`
    update demo.shop set batches = ${batches}, counts = ${JSON.stringify(counts)} where state = 'loading' returning true`.execute(tx);
  return rows.length > 0;
}

export async function markReady(db: Db): Promise<void> {
  await sql`update demo.shop set state = 'ready' where state = 'loading'`.execute(db);
}

/** @returns false where there is no shop, or somebody removes it already */
export async function markRemoving(tx: Db): Promise<boolean> {
  const { rows } = await sql`update demo.shop set state = 'removing' where state <> 'removing' returning true`.execute(tx);
  return rows.length > 0;
}

export async function deleteShop(tx: Db): Promise<void> {
  await sql`delete from demo.shop`.execute(tx);
}
