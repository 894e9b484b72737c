/**
 * The one way in: canonical records of one channel become rows, one transaction a batch. Repeats, late versions and records in the wrong
 * order are harmless; what an order speaks of may arrive after it (SYN-7, SYN-8).
 */
import type { CanonicalRecord, OrderRecord, RecordKind, ReturnRecord } from '../../../contract/records.ts';
import { noCounts, type SaveCounts } from '../../models/versions.ts';
import type { Journal } from '../../platform/journal.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { fixCurrency, getWorkspace, markMilestone, type Workspace } from '../../platform/workspace.ts';
import { findProducts, saveProducts } from '../../records/catalog/index.ts';
import { noteReceived } from '../../records/channels/index.ts';
import { type BuyerRef, findAccounts, resolveBuyers, saveCustomers, takeIntakeLock } from '../../records/customers/index.ts';
import { saveEvents } from '../../records/events/index.ts';
import {
  countVerdicts,
  findOrders,
  judgeOrders,
  judgeReturns,
  linkReturns,
  linkWaitingReturns,
  type OrderLinks,
  saveOrders,
  saveReturns,
  tellTotals,
} from '../../records/orders/index.ts';
import { saveStock } from '../../records/stock/index.ts';
import { distinct } from './distinct.ts';
import { type BatchOf, openJournal } from './journal.ts';
import { stockOf } from './product-stock.ts';
import { ingestReviews, linkWaitingReviews } from './reviews.ts';

export type IngestResult = Record<RecordKind, SaveCounts>;

export interface IngestOptions {
  /** Makes the batch undoable as part of an import. */
  batch?: BatchOf;
  /** Runs inside the same transaction, after the records: for checkpoints and counters. */
  within?: (tx: Db, result: IngestResult) => Promise<void>;
  /** A transaction that is already open, for callers that keep more in it. Events are then stored before it commits. */
  tx?: Db;
}

/** Batches above this size should be cut by the caller: the transaction holds the intake lock while it runs. */
export const batchRecords = 5_000;

/** @throws when the database refuses; then nothing of the batch is stored, and it can be sent again. */
export async function ingest(
  platform: Platform,
  channelId: number,
  records: readonly CanonicalRecord[],
  options: IngestOptions = {},
): Promise<IngestResult> {
  const batch = byKind(records);
  const result = emptyResult();
  const work = async (tx: Db) => {
    // Events decide nothing about who is who, so a site need not wait for an import.
    if (records.some(({ kind }) => kind !== 'event')) await takeIntakeLock(tx);
    const journal = openJournal(tx, options.batch);
    await saveRecords(tx, platform, channelId, batch, result, journal);
    if (batch.event.length > 0) result.event = { ...noCounts(), created: await ingestEvents(tx, platform, channelId, batch.event) };
    await journal.write();
    await options.within?.(tx, result);
  };
  await (options.tx ? work(options.tx) : platform.db.transaction(work));
  return result;
}

type Batch = { [Kind in RecordKind]: Extract<CanonicalRecord, { kind: Kind }>[] };

function byKind(records: readonly CanonicalRecord[]): Batch {
  const batch: Batch = { customer: [], product: [], stock: [], order: [], return: [], review: [], event: [] };
  for (const record of records) (batch[record.kind] as CanonicalRecord[]).push(record);
  batch.stock.push(...batch.product.flatMap(stockOf));
  return batch;
}

export const emptyResult = (): IngestResult => ({
  customer: noCounts(),
  product: noCounts(),
  stock: noCounts(),
  order: noCounts(),
  return: noCounts(),
  review: noCounts(),
  event: noCounts(),
});

async function saveRecords(
  tx: Db,
  platform: Platform,
  channelId: number,
  batch: Batch,
  result: IngestResult,
  journal: Journal,
): Promise<void> {
  const workspace = await getWorkspace(platform.db.db);
  if (!workspace.currencyFixed && batch.order.length + batch.return.length > 0) await fixCurrency(tx, workspace.currency);
  const people = { homeCountry: workspace.country, journal };
  if (batch.product.length > 0) result.product = await saveProducts(tx, channelId, batch.product, journal);
  if (batch.customer.length > 0) result.customer = await saveCustomers(tx, channelId, batch.customer, people);
  if (batch.stock.length > 0) {
    const products = await findProducts(
      tx,
      channelId,
      batch.stock.map((record) => record.productExternalId),
      [],
    );
    result.stock = await saveStock(tx, channelId, batch.stock, (externalId) => products.byExternalId.get(externalId) ?? null, journal);
  }
  const buyers = new Set<number>();
  if (batch.order.length > 0) result.order = await ingestOrders(tx, channelId, withRates(batch.order, workspace), people, buyers);
  if (batch.return.length > 0) result.return = await ingestReturns(tx, channelId, withRates(batch.return, workspace), people, buyers);
  await tellTotals(tx, [...buyers]);
  if (batch.review.length > 0) result.review = await ingestReviews(tx, channelId, batch.review, journal);
  const accounts = [...batch.customer, ...[...batch.order, ...batch.return].map(({ buyer = {} }) => buyer)].map(
    ({ externalId }) => externalId,
  );
  await linkWaitingReviews(tx, channelId, batch.order, accounts);
  const kind = await noteReceived(tx, channelId);
  if (batch.order.length > 0) for (const milestone of ['orders', `orders:${kind}`]) await markMilestone(tx, milestone);
}

/** An amount in a foreign currency without a rate is unknown in the accounting currency: it is kept at rate 0 and the order is flagged. */
function withRates<R extends OrderRecord | ReturnRecord>(records: readonly R[], { currency }: Workspace): R[] {
  return records.map((record) => (record.currency === currency || record.rate !== undefined ? record : { ...record, rate: 0 }));
}

interface PeopleOptions {
  homeCountry: string;
  journal: Journal;
}

async function ingestOrders(
  tx: Db,
  channelId: number,
  records: readonly OrderRecord[],
  people: PeopleOptions,
  buyers: Set<number>,
): Promise<SaveCounts> {
  const judged = await judgeOrders(tx, channelId, records);
  const wanted = judged.filter(({ verdict }) => verdict === 'new' || verdict === 'changed');
  const links = await linksOf(
    tx,
    channelId,
    wanted.map(({ record }) => record),
    people,
  );
  for (const id of await saveOrders(tx, channelId, wanted, links, people.journal)) buyers.add(id);
  await linkWaitingReturns(
    tx,
    channelId,
    wanted.map(({ record }) => record.externalId),
  );
  return countVerdicts(judged, records.length);
}

async function ingestReturns(
  tx: Db,
  channelId: number,
  records: readonly ReturnRecord[],
  people: PeopleOptions,
  buyers: Set<number>,
): Promise<SaveCounts> {
  const judged = await judgeReturns(tx, channelId, records);
  const wanted = judged.filter(({ verdict }) => verdict === 'new' || verdict === 'changed');
  const links = await linksOf(
    tx,
    channelId,
    wanted.map(({ record }) => record),
    people,
  );
  await inheritBuyers(
    tx,
    channelId,
    wanted.map(({ record }) => record),
    links,
  );
  const saved = await saveReturns(tx, channelId, wanted, links, people.journal);
  await linkReturns(tx, saved.ids);
  for (const id of saved.customerIds) buyers.add(id);
  return countVerdicts(judged, records.length);
}

/** Finds in other rooms who bought and what the lines mean, for a whole batch at once. */
async function linksOf(
  tx: Db,
  channelId: number,
  records: readonly (OrderRecord | ReturnRecord)[],
  people: PeopleOptions,
): Promise<OrderLinks[]> {
  const buyers = await resolveBuyers(tx, channelId, records.map(buyerOf), people);
  const lines = records.flatMap((record) => record.lines);
  const products = await findProducts(tx, channelId, distinct(lines.map(calledBy)), distinct(lines.map((line) => line.sku)));
  const productOf: OrderLinks['productOf'] = (line) =>
    products.byExternalId.get(calledBy(line) ?? '') ?? products.bySku.get(line.sku ?? '') ?? null;
  return buyers.map((buyer) => ({ buyerId: buyer?.buyerId ?? null, customerId: buyer?.customerId ?? null, productOf }));
}

/** How the channel names the goods of a line: people map that name to a product where nothing else does. */
const calledBy = ({ productExternalId, sku }: OrderRecord['lines'][number]) => productExternalId ?? sku;

function buyerOf(record: OrderRecord | ReturnRecord): BuyerRef {
  const acquiredFrom = record.kind === 'order' ? record.acquiredFrom : undefined;
  return { ...record.buyer, acquiredFrom };
}

/** A return that names its order but no buyer belongs to the order's buyer. */
async function inheritBuyers(tx: Db, channelId: number, records: readonly ReturnRecord[], links: OrderLinks[]): Promise<void> {
  const orders = await findOrders(tx, channelId, distinct(records.map((record) => record.orderExternalId)));
  records.forEach((record, index) => {
    const link = links[index] as OrderLinks;
    const order = record.orderExternalId === undefined ? undefined : orders.get(record.orderExternalId);
    if (link.buyerId === null && order) links[index] = { ...link, buyerId: order.buyerId, customerId: order.customerId };
  });
}

async function ingestEvents(tx: Db, platform: Platform, channelId: number, records: Batch['event']): Promise<number> {
  const accounts = await findAccounts(tx, channelId, distinct(records.map((record) => record.customerExternalId)));
  const products = await findProducts(tx, channelId, distinct(records.map((record) => record.productExternalId)), []);
  return saveEvents(platform.warehouse, channelId, records, (record) => ({
    buyerId: accounts.get(record.customerExternalId ?? '')?.buyerId ?? 0,
    customerId: accounts.get(record.customerExternalId ?? '')?.customerId ?? 0,
    productId: products.byExternalId.get(record.productExternalId ?? '') ?? 0,
  }));
}
