/** Keeps what a batch of an import made and replaced, in the batch's own transaction, so that the import can be taken back. */
import { sql } from 'kysely';
import { type Journal, noJournal } from '../../platform/journal.ts';
import type { Db } from '../../platform/postgres/database.ts';

/** Which import, and its how manieth batch. */
export interface BatchOf {
  importId: number;
  batchNo: number;
}

export function openJournal(tx: Db, batch: BatchOf | undefined): Journal & { write(): Promise<void> } {
  if (!batch) return { ...noJournal, write: async () => {} };
  const entries = new Map<string, { created: number[]; replaced: object[] }>();
  const entry = (record: string) => {
    const found = entries.get(record) ?? { created: [], replaced: [] };
    entries.set(record, found);
    return found;
  };
  return {
    created: (record, ids) => void entry(record).created.push(...ids),
    replaced: (record, rows) => void entry(record).replaced.push(...rows),
    write: async () => {
      for (const [record, { created, replaced }] of entries) {
        if (created.length + replaced.length === 0) continue;
        await sql`insert into intake.journal (import_id, batch_no, record, created, replaced)
          values (${batch.importId}, ${batch.batchNo}, ${record}, ${created}, ${JSON.stringify(replaced)}::jsonb)`.execute(tx);
      }
    },
  };
}
