/** What to do with records that are already here, and with goods that only the lines of orders speak of. */
import type { DuplicateRule } from '../../../../contract/imports.ts';
import type { CanonicalRecord, ProductRecord } from '../../../../contract/records.ts';
import type { Db } from '../../../platform/postgres/database.ts';
import { findProducts } from '../../../records/catalog/index.ts';
import { findAccounts } from '../../../records/customers/index.ts';
import { findReviews } from '../../../records/feedback/index.ts';
import { findOrders, findReturns } from '../../../records/orders/index.ts';

/** The records to hand over under a rule. With `newest` the later change time decides, which ingest does by itself. */
export async function applyRule(
  tx: Db,
  channelId: number,
  records: readonly CanonicalRecord[],
  rule: DuplicateRule,
): Promise<CanonicalRecord[]> {
  if (rule === 'newest') return [...records];
  if (rule === 'update') return records.map(withoutChangeTime);
  const here = await findHere(tx, channelId, records);
  return records.filter((record) => !here[record.kind]?.has(idOf(record)));
}

/** The file is right whatever its change times say. */
function withoutChangeTime(record: CanonicalRecord): CanonicalRecord {
  return 'changedAt' in record && record.changedAt !== undefined ? { ...record, changedAt: undefined } : record;
}

function idOf(record: CanonicalRecord): string {
  return record.kind === 'stock' ? record.productExternalId : record.externalId;
}

type Here = Partial<Record<CanonicalRecord['kind'], { has(id: string): boolean }>>;

async function findHere(tx: Db, channelId: number, records: readonly CanonicalRecord[]): Promise<Here> {
  const ids = (kind: CanonicalRecord['kind']) => records.filter((record) => record.kind === kind).map(idOf);
  return {
    order: await findOrders(tx, channelId, ids('order')),
    return: await findReturns(tx, channelId, ids('return')),
    review: await findReviews(tx, channelId, ids('review')),
    customer: await findAccounts(tx, channelId, ids('customer')),
    product: (await findProducts(tx, channelId, ids('product'), [])).byExternalId,
  };
}

/**
 * Goods that orders name and the catalogue does not know yet: a file of orders is often all a seller has. A product that is known is
 * left as it is, because a line tells less than a catalogue.
 */
export async function goodsOfLines(
  tx: Db,
  channelId: number,
  records: readonly CanonicalRecord[],
  known: KnownGoods,
): Promise<ProductRecord[]> {
  const named = new Map<string, ProductRecord>();
  const described = new Set(records.map((record) => (record.kind === 'product' ? record.externalId : '')));
  for (const record of records) {
    if (record.kind !== 'order' && record.kind !== 'return') continue;
    for (const { kind, productExternalId: externalId, sku, name } of record.lines) {
      if (
        externalId === undefined ||
        (kind !== undefined && kind !== 'goods') ||
        named.has(externalId) ||
        described.has(externalId) ||
        known.has(externalId)
      )
        continue;
      named.set(externalId, sku === undefined ? { kind: 'product', externalId, name } : { kind: 'product', externalId, sku, name });
    }
  }
  const { byExternalId } = await findProducts(tx, channelId, [...named.keys()], []);
  known.add(named.keys());
  return [...named.values()].filter(({ externalId }) => !byExternalId.has(externalId));
}

const mostKnown = 200_000;

/** Goods that a run has met already, so that it need not ask for them batch after batch. */
export class KnownGoods {
  readonly #ids = new Set<string>();

  has(externalId: string): boolean {
    return this.#ids.has(externalId);
  }

  add(externalIds: Iterable<string>): void {
    if (this.#ids.size > mostKnown) this.#ids.clear();
    for (const externalId of externalIds) this.#ids.add(externalId);
  }
}
