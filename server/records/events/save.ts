/** The write path of behaviour events: straight to the warehouse, acknowledged when it has them, each id once. */
import type { EventRecord } from '../../../contract/records.ts';
import type { Warehouse } from '../../platform/warehouse/warehouse.ts';

export interface EventLinks {
  /** Whose it was before merges, and whose it is; 0 for strangers. */
  buyerId: number;
  customerId: number;
  productId: number;
}

/**
 * Stores one batch. A repeated event replaces itself, so a batch may be sent again after any failure.
 * @returns how many rows were written
 */
export async function saveEvents(
  warehouse: Warehouse,
  channelId: number,
  records: readonly EventRecord[],
  linksOf: (record: EventRecord) => EventLinks,
): Promise<number> {
  const version = Date.now() * 1000;
  await warehouse.insert(
    'events',
    records.map((record) => ({ ...eventRow(record, linksOf(record)), channel_id: channelId, version, is_deleted: 0 })),
  );
  return records.length;
}

function eventRow(record: EventRecord, links: EventLinks) {
  return {
    event_id: record.externalId,
    type: record.type,
    at: new Date(record.at).toISOString().replace('T', ' ').replace('Z', ''),
    customer_id: links.customerId,
    buyer_id: links.buyerId,
    visitor: record.visitor ?? '',
    product_id: links.productId,
    product_external_id: record.productExternalId ?? '',
    section: record.section ?? '',
    query: record.query ?? '',
    quantity: record.quantity ?? 0,
    amount: record.amount ?? 0,
    seconds: record.seconds ?? 0,
    device: record.device ?? '',
    properties: record.properties ?? {},
  };
}
