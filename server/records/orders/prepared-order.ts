/** An order on its way into the tables, from what the channel tells to what becomes of it here. */
import type { OrderRecord, StatusGroup } from '../../../contract/records.ts';
import type { Verdict } from '../../models/versions.ts';

/** What must be known of an order that is here already. */
export interface StoredOrder {
  id: number;
  hash: string;
  changedAt: Date | null;
  linesMade: number;
  status: string;
  sourceStatus: string;
  statusGroup: StatusGroup;
  statusSince: Date;
  completedAt: Date | null;
  customerId: number | null;
}

/** An order beside what the house knows of it. */
export interface OrderToSave {
  record: OrderRecord;
  hash: string;
  verdict: Verdict;
  known: StoredOrder | null;
}

/** Who bought and which products the lines mean; found by intake in other rooms. */
export interface OrderLinks {
  buyerId: number | null;
  customerId: number | null;
  productOf(line: OrderRecord['lines'][number]): number | null;
}

/** An order with everything decided. */
export interface PreparedOrder extends OrderToSave {
  id: number;
  links: OrderLinks;
  /** Not the record's where a person moved the order and the channel has told nothing new since. */
  status: string;
  statusGroup: StatusGroup;
  statusKnown: boolean;
  /** Custom fields in the form that is stored. */
  fields: Record<string, unknown>;
}
