/** Notes on a customer. They stay with the record they were written on and are shown with the customer it belongs to. */
import { sql } from 'kysely';
import type { Note } from '../../../../contract/customers.ts';
import { type Actor, audit } from '../../../platform/audit.ts';
import { notFound, Problem } from '../../../platform/http/problem.ts';
import type { Db } from '../../../platform/postgres/database.ts';
import { familyOf, pathToRoot } from '../merges/family.ts';

interface StoredNote extends Omit<Note, 'at' | 'editedAt'> {
  at: Date;
  editedAt: Date | null;
}

const columns = sql`id, text, author, at, edited_at as "editedAt"`;

const shown = ({ at, editedAt, ...note }: StoredNote): Note => ({
  ...note,
  at: at.toISOString(),
  editedAt: editedAt?.toISOString() ?? null,
});

/** Newest first. @param family the customer's own id and those of joined records */
export async function latestNotes(db: Db, family: readonly number[], limit: number): Promise<Note[]> {
  const { rows } = await sql<StoredNote>`
    select ${columns} from customers.notes where customer_id = any(${family as number[]}) order by at desc, id desc limit ${limit}`.execute(
    db,
  );
  return rows.map(shown);
}

/** @throws Problem `not-found`, `customers:merged` */
export async function addNote(tx: Db, author: Actor, customerId: number, text: string): Promise<Note> {
  const path = await pathToRoot(tx, customerId);
  if (path.length === 0) throw notFound('customer', customerId);
  if (path.length > 1) throw new Problem('customers:merged', { status: 409, values: { id: customerId, into: path.at(-1) as number } });
  const { rows } = await sql<StoredNote>`
    insert into customers.notes (customer_id, text, author) values (${customerId}, ${text}, ${author.name}) returning ${columns}`.execute(
    tx,
  );
  const note = shown(rows[0] as StoredNote);
  await audit(tx, author, { action: 'customers.noted', object: { kind: 'customer', id: customerId }, after: { note: note.id } });
  return note;
}

/** @throws Problem `not-found` */
export async function editNote(tx: Db, author: Actor, customerId: number, noteId: number, text: string): Promise<Note> {
  const before = await holdNote(tx, customerId, noteId);
  const { rows } =
    await sql<StoredNote>`update customers.notes set text = ${text}, edited_at = now() where id = ${noteId} returning ${columns}`.execute(
      tx,
    );
  const object = { kind: 'customer', id: customerId };
  await audit(tx, author, {
    action: 'customers.note-edited',
    object,
    before: { note: noteId, text: before.text },
    after: { note: noteId, text },
  });
  return shown(rows[0] as StoredNote);
}

/** @throws Problem `not-found` */
export async function removeNote(tx: Db, author: Actor, customerId: number, noteId: number): Promise<void> {
  const before = await holdNote(tx, customerId, noteId);
  await sql`delete from customers.notes where id = ${noteId}`.execute(tx);
  await audit(tx, author, {
    action: 'customers.note-removed',
    object: { kind: 'customer', id: customerId },
    before: { note: noteId, text: before.text },
  });
}

async function holdNote(tx: Db, customerId: number, noteId: number): Promise<StoredNote> {
  const family = await familyOf(tx, customerId);
  const { rows } = await sql<StoredNote>`
    select ${columns} from customers.notes where id = ${noteId} and customer_id = any(${family}) for update`.execute(tx);
  if (!rows[0]) throw notFound('note', noteId);
  return rows[0];
}
