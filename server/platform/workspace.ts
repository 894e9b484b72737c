/** What every room must know of the company it works for: its accounting currency, clock and language. Edited by `admin/workspace`. */
import { sql } from 'kysely';
import type { Language } from '../../contract/language.ts';
import type { Currency } from '../../contract/money.ts';
import type { Questionnaire } from '../../contract/workspace.ts';
import { Problem } from './http/problem.ts';
import type { Db } from './postgres/database.ts';

export interface Workspace {
  company: string;
  currency: Currency;
  /** Records with amounts exist: the currency is fixed. */
  currencyFixed: boolean;
  /** IANA name. */
  timeZone: string;
  country: string;
  language: Language;
  /** 1 Monday .. 7 Sunday. */
  weekStart: number;
  questionnaire: Questionnaire;
}

const freshMs = 5_000;
const remembered = new WeakMap<Db, { workspace: Workspace; at: number }>();

/**
 * Null before the first visit. It may be up to five seconds old, as another process may have changed it; the first read of a
 * transaction is always a fresh one.
 */
export async function findWorkspace(db: Db): Promise<Workspace | null> {
  const known = remembered.get(db);
  if (known && performance.now() - known.at < freshMs) return known.workspace;
  const { rows } = await sql<Workspace>`
    select company, currency, currency_fixed_at is not null as "currencyFixed", time_zone as "timeZone", country, language,
      week_start as "weekStart", questionnaire
    from workspace.settings`.execute(db);
  const workspace = rows[0] ?? null;
  if (workspace) remembered.set(db, { workspace, at: performance.now() });
  return workspace;
}

/** @throws Error before the first visit, when no record can exist yet. */
export async function getWorkspace(db: Db): Promise<Workspace> {
  const workspace = await findWorkspace(db);
  if (!workspace) throw new Error('The workspace is not set up yet');
  return workspace;
}

/** Makes the next read through this pool a fresh one; call it after the transaction that changed the settings. */
export function forgetWorkspace(db: Db): void {
  remembered.delete(db);
}

/**
 * Sets the company up, or changes it. Call `forgetWorkspace` after the transaction.
 * @throws Problem `invalid` about the time zone, or `workspace:currency-fixed` where amounts in another currency exist
 */
export async function saveWorkspace(tx: Db, values: Omit<Workspace, 'currencyFixed'>): Promise<void> {
  await requireTimeZone(tx, values.timeZone);
  const { rows } = await sql`
    insert into workspace.settings as s (company, currency, time_zone, country, language, week_start, questionnaire)
    values (${values.company}, ${values.currency}, ${values.timeZone}, ${values.country}, ${values.language}, ${values.weekStart},
      ${JSON.stringify(values.questionnaire)})
    on conflict (id) do update set company = excluded.company, currency = excluded.currency, time_zone = excluded.time_zone,
      country = excluded.country, language = excluded.language, week_start = excluded.week_start,
      questionnaire = excluded.questionnaire, updated_at = now()
    where s.currency_fixed_at is null or s.currency = excluded.currency
    returning true`.execute(tx);
  if (rows.length === 0) throw new Problem('workspace:currency-fixed', { status: 409 });
}

/** Both the database and this process must know the zone: figures by day are counted in the one and drawn by the other. */
async function requireTimeZone(db: Db, timeZone: string): Promise<void> {
  const { rows } = await sql`select 1 from pg_timezone_names where name = ${timeZone}`.execute(db);
  if (rows.length > 0 && isTimeZone(timeZone)) return;
  throw new Problem('invalid', { fields: [{ field: 'timeZone', code: 'workspace:unknown-time-zone', values: { timeZone } }] });
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/**
 * Says that amounts in the accounting currency are stored from now on. Whoever stores the first one calls this in the same
 * transaction, unless `currencyFixed` was read already.
 * @throws Error when the currency has been changed since it was read; nothing may be stored then.
 */
export async function fixCurrency(tx: Db, currency: Currency): Promise<void> {
  const { rows } = await sql<{ currency: string }>`
    update workspace.settings set currency_fixed_at = coalesce(currency_fixed_at, now()) returning currency`.execute(tx);
  if (rows[0]?.currency !== currency) throw new Error(`The accounting currency is ${rows[0]?.currency}, not ${currency}`);
}

/** The opposite, when no amount is left. Call `forgetWorkspace` after the transaction. */
export async function freeCurrency(tx: Db): Promise<void> {
  await sql`update workspace.settings set currency_fixed_at = null`.execute(tx);
}

/**
 * Marks something done for the first time, for the checklist: `orders` and `orders:<channel>` by whoever stores orders, `team`,
 * `two-step`, `key`, `fields` here in the house. Harmless when repeated.
 */
export async function markMilestone(db: Db, name: string): Promise<void> {
  await sql`insert into workspace.milestones (name) values (${name}) on conflict do nothing`.execute(db);
}
