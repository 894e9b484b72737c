/** Customers that wait for somebody's decision. */
import type { Waiting } from '../../models/waiting.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { countSuspects as countPairs } from './care/suspect-store.ts';

export async function countSuspects(db: Db): Promise<Waiting[]> {
  return [{ kind: 'suspects', ...(await countPairs(db)) }];
}
