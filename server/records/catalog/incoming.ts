/** A product record on its way into the tables, beside what the house knows of it. */
import type { ProductRecord } from '../../../contract/records.ts';
import type { Verdict } from '../../models/versions.ts';

export interface Incoming {
  record: ProductRecord;
  hash: string;
  verdict: Verdict;
  offerId: number | null;
  productId: number | null;
}
