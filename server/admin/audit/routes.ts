/** HTTP of the audit log: reading only. */
import { type AuditEntry, audit as contract } from '../../../contract/audit.ts';
import { serve } from '../../platform/room.ts';
import { exportEntries } from './export.ts';
import { type EntryRow, listEntries } from './store.ts';

export const routes = serve(contract, ({ db }) => ({
  'GET /audit': async ({ query: { limit, cursor, ...filter } }) => {
    const { rows, next } = await listEntries(db.db, filter, { limit, cursor });
    return { rows: rows.map(shown), next, total: null };
  },
  'GET /audit/export': async ({ query }) => ({ name: 'audit.csv', type: 'text/csv; charset=utf-8', content: exportEntries(db.db, query) }),
}));

function shown({ at, actorKind, actorId, actorName, objectKind, objectId, ...row }: EntryRow): AuditEntry {
  return {
    ...row,
    at: at.toISOString(),
    actor: { kind: actorKind, id: actorId, name: actorName },
    object: { kind: objectKind, id: objectId },
  };
}
