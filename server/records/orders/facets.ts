/** Remembers every value of the filters whose values only the data knows, so that choosing one costs no look at millions of orders. */
import { sql } from 'kysely';
import type { OrderFacet } from '../../../contract/orders.ts';
import type { OrderRecord } from '../../../contract/records.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { mainPayment } from './amounts.ts';

export async function learnFacets(tx: Db, records: readonly OrderRecord[]): Promise<void> {
  const told = records.flatMap((record): [OrderFacet, string | null | undefined][] => [
    ['region', record.delivery?.region ?? record.buyer?.region],
    ['city', record.delivery?.city ?? record.buyer?.city],
    ['deliveryMethod', record.delivery?.method],
    ['scheme', record.delivery?.scheme],
    ['paymentMethod', mainPayment(record)],
    ['acquiredFrom', record.acquiredFrom],
  ]);
  await rememberFacets(tx, told);
}

export async function rememberFacets(tx: Db, told: readonly [OrderFacet, string | null | undefined][]): Promise<void> {
  const values = new Map<OrderFacet, Set<string>>();
  for (const [facet, value] of told)
    if (value) values.set(facet, (values.get(facet) ?? new Set()).add(value.replaceAll('\0', '').toWellFormed()));
  const pairs = [...values].flatMap(([facet, set]) => [...set].map((value) => [facet, value] as const));
  if (pairs.length === 0) return;
  await sql`insert into orders.facets (facet, value)
    select * from unnest(${pairs.map(([facet]) => facet)}::text[], ${pairs.map(([, value]) => value)}::text[]) on conflict do nothing`.execute(
    tx,
  );
}

/** Those with the typed text in them, those that begin with it first. */
export async function findFacets(db: Db, facet: OrderFacet, typed: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ value: string }>`
    select value from orders.facets where facet = ${facet} and strpos(lower(value), lower(${typed})) > 0
    order by not starts_with(lower(value), lower(${typed})), value limit ${limit}`.execute(db);
  return rows.map(({ value }) => value);
}
