/** The custom fields a company has defined, for every room whose records carry them. Edited by `admin/fields`. */
import { sql } from 'kysely';
import type { FieldDefinition, FieldObject } from '../../contract/fields.ts';
import type { Db } from './postgres/database.ts';

const freshMs = 5_000;
const remembered = new WeakMap<Db, { definitions: FieldDefinition[]; at: number }>();

/** Definitions in use for one kind of record, in their order; up to five seconds old, as another process may have changed them. */
export async function fieldsOf(db: Db, object: FieldObject): Promise<FieldDefinition[]> {
  const known = remembered.get(db);
  const definitions = known && performance.now() - known.at < freshMs ? known.definitions : await readFields(db);
  if (definitions !== known?.definitions) remembered.set(db, { definitions, at: performance.now() });
  return definitions.filter((definition) => definition.object === object);
}

/** All definitions in use, read anew. */
export async function readFields(db: Db): Promise<FieldDefinition[]> {
  const { rows } = await sql<FieldDefinition>`
    select id, object, key, type, labels, options, required, group_name as "group", sensitive, consent_basis as "consentBasis"
    from fields.definitions where archived_at is null order by object, position, id`.execute(db);
  return rows;
}

/** Makes the next read through this pool a fresh one; call it after the transaction that changed a definition. */
export function forgetFields(db: Db): void {
  remembered.delete(db);
}
