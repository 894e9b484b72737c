/** Prices of offers over time, and the one price by which a product is listed. */
import { sql } from 'kysely';
import type { Currency } from '../../../contract/money.ts';
import type { Db } from '../../platform/postgres/database.ts';

export interface PriceNote {
  offerId: number;
  /** When the source changed it; the moment of storing where it does not say. */
  at: string | null;
  currency: Currency;
  price: number;
  oldPrice: number | null;
}

/** A price is a fact with a date: one row each time it differs from the last known one. */
export async function notePrices(tx: Db, notes: readonly PriceNote[]): Promise<void> {
  if (notes.length === 0) return;
  const rows = notes.map((note) => ({
    offer_id: note.offerId,
    at: note.at,
    currency: note.currency,
    price: note.price,
    old_price: note.oldPrice,
  }));
  await sql`
    insert into catalog.prices (offer_id, at, currency, price, old_price)
    select r.offer_id, coalesce(r.at, now()), r.currency, r.price, r.old_price
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(offer_id bigint, at timestamptz, currency text, price bigint, old_price bigint)
    left join lateral (select price, old_price, currency from catalog.prices p where p.offer_id = r.offer_id order by at desc limit 1) last on true
    where (last.price, last.old_price, last.currency) is distinct from (r.price, r.old_price, r.currency)
    on conflict (offer_id, at) do update set price = excluded.price, old_price = excluded.old_price, currency = excluded.currency`.execute(
    tx,
  );
}

/** A product is listed by the lowest price of its active offers. */
export async function refreshPrices(tx: Db, productIds: readonly number[]): Promise<void> {
  await sql`update catalog.products p set price = o.price, price_currency = o.currency
    from unnest(${productIds as number[]}::bigint[]) as t(id)
    left join lateral (select price, currency from catalog.offers where product_id = t.id and active and price is not null order by price, id limit 1) o on true
    where p.id = t.id and (p.price, p.price_currency) is distinct from (o.price, o.currency)`.execute(tx);
}
