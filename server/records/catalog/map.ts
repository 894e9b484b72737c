/** Says which product a channel means by a name it uses; what waited for it follows in the same transaction (SYN-8). */
import { sql } from 'kysely';
import { contentHash } from '../../models/versions.ts';
import { type Actor, audit } from '../../platform/audit.ts';
import { publish } from '../../platform/bus.ts';
import { notFound, Problem } from '../../platform/http/problem.ts';
import { noteChanges } from '../../platform/outbox.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { listChannels } from '../channels/index.ts';
import { offerColumns, type StoredOffer } from './card-store.ts';
import { refreshPrices } from './prices.ts';
import { refreshSearch } from './search.ts';

export interface Mapping {
  channelId: number;
  externalId: string;
  productId: number;
}

/** A name that was mapped before moves to the other product. @throws Problem `not-found`, or `invalid` about the channel */
export async function mapProduct(tx: Db, author: Actor, mapping: Mapping): Promise<StoredOffer> {
  const { channelId, externalId, productId } = mapping;
  const product = await findProduct(tx, productId);
  if (!product) throw notFound('product', productId);
  if (!(await listChannels(tx)).some(({ id }) => id === channelId)) {
    throw new Problem('invalid', { fields: [{ field: 'channelId', code: 'catalog:no-such-channel', values: { id: channelId } }] });
  }
  const before = await findOffer(tx, mapping);
  if (before && before.productId !== productId) await leave(tx, mapping, before.productId);
  const offer = await store(tx, mapping, product.name);
  await publish(tx, 'catalog.offers_added', { channelId, offers: [{ externalId, sku: null, productId }] });
  const touched = [...new Set([productId, before?.productId ?? productId])];
  await refreshPrices(tx, touched);
  await refreshSearch(tx, touched);
  await noteChanges(tx, 'product', touched);
  await audit(tx, author, { action: 'catalog.mapped', object: { kind: 'product', id: productId }, after: { ...mapping } });
  return offer;
}

interface Product {
  name: string;
  sku: string | null;
}

async function findProduct(tx: Db, id: number): Promise<Product | undefined> {
  const { rows } = await sql<Product>`select name, sku from catalog.products where id = ${id} for update`.execute(tx);
  return rows[0];
}

async function findOffer(tx: Db, { channelId, externalId }: Mapping): Promise<{ productId: number } | undefined> {
  const { rows } = await sql<{ productId: number }>`
    select product_id as "productId" from catalog.offers where channel_id = ${channelId} and external_id = ${externalId} for update`.execute(
    tx,
  );
  return rows[0];
}

async function leave(tx: Db, { channelId, externalId }: Mapping, productId: number): Promise<void> {
  const former = await findProduct(tx, productId);
  await publish(tx, 'catalog.offers_removed', { channelId, offers: [{ externalId, sku: former?.sku ?? null, productId }] });
}

/** The hash is of the mapping itself, so that whatever the channel tells of the offer later is news. */
async function store(tx: Db, mapping: Mapping, name: string): Promise<StoredOffer> {
  const { rows } = await sql<StoredOffer>`
    insert into catalog.offers as o (channel_id, external_id, product_id, name, source_hash)
    values (${mapping.channelId}, ${mapping.externalId}, ${mapping.productId}, ${name}, ${contentHash(mapping)})
    on conflict (channel_id, external_id) do update set product_id = excluded.product_id, updated_at = now() returning ${offerColumns}`.execute(
    tx,
  );
  if (!rows[0]) throw new Error(`offer ${mapping.externalId} was not stored`);
  return rows[0];
}
