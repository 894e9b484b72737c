/** The audit log as a file for a spreadsheet, read page by page so that its length costs no memory. */
import { Readable } from 'node:stream';
import type { AuditFilter } from '../../../contract/audit.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { type EntryRow, listEntries } from './store.ts';

const pageRows = 1_000;

const columns = ['id', 'at', 'actor_kind', 'actor_id', 'actor_name', 'action', 'object_kind', 'object_id', 'before', 'after', 'address'];

/** CSV in UTF-8 with a byte order mark and semicolons, as spreadsheets of our users expect it. */
export const exportEntries = (db: Db, filter: AuditFilter): Readable => Readable.from(chunks(db, filter));

async function* chunks(db: Db, filter: AuditFilter): AsyncGenerator<string> {
  yield `\ufeff${columns.join(';')}\r\n`;
  let cursor: string | undefined;
  do {
    const { rows, next } = await listEntries(db, filter, { limit: pageRows, cursor });
    yield rows.map(line).join('');
    cursor = next ?? undefined;
  } while (cursor !== undefined);
}

function line(row: EntryRow): string {
  const { id, at, actorKind, actorId, actorName, action, objectKind, objectId, before, after, address } = row;
  const cells = [
    id,
    at.toISOString(),
    actorKind,
    actorId,
    actorName,
    action,
    objectKind,
    objectId,
    json(before),
    json(after),
    address ?? '',
  ];
  return `${cells.map((cell) => quoted(String(cell))).join(';')}\r\n`;
}

const json = (value: object | null) => (value ? JSON.stringify(value) : '');

/** A leading `=`, `+`, `-` or `@` would be run as a formula, so such a text is shown with an apostrophe before it. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
