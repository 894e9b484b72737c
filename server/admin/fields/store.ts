/** Definitions of custom fields in PostgreSQL. */
import { sql } from 'kysely';
import type { FieldDefinition, FieldObject } from '../../../contract/fields.ts';
import type { Db } from '../../platform/postgres/database.ts';

export type NewField = Omit<FieldDefinition, 'id' | 'consentBasis'>;

export type FieldChange = Partial<Pick<FieldDefinition, 'labels' | 'options' | 'required' | 'group'>>;

const columns = sql`id, object, key, type, labels, options, required, group_name as "group", sensitive, consent_basis as "consentBasis"`;

/** In use or put away; held until the transaction ends. */
export async function holdByKey(tx: Db, object: FieldObject, key: string): Promise<(FieldDefinition & { isArchived: boolean }) | null> {
  const { rows } = await sql<FieldDefinition & { isArchived: boolean }>`
    select ${columns}, archived_at is not null as "isArchived" from fields.definitions where object = ${object} and key = ${key} for update`.execute(
    tx,
  );
  return rows[0] ?? null;
}

export async function holdField(tx: Db, id: number): Promise<FieldDefinition | null> {
  const { rows } = await sql<FieldDefinition>`
    select ${columns} from fields.definitions where id = ${id} and archived_at is null for update`.execute(tx);
  return rows[0] ?? null;
}

/** Last in its list. A field that was put away under the same key comes back in its new form. */
export async function addField(tx: Db, field: NewField): Promise<FieldDefinition> {
  const { object, key, type, labels, options, required, group, sensitive } = field;
  const { rows } = await sql<FieldDefinition>`
    insert into fields.definitions as d (object, key, type, labels, options, required, group_name, sensitive, position)
    values (${object}, ${key}, ${type}, ${JSON.stringify(labels)}, ${JSON.stringify(options)}, ${required}, ${group}, ${sensitive},
      (select coalesce(max(position), 0) + 1 from fields.definitions where object = ${object}))
    on conflict (object, key) do update set labels = excluded.labels, options = excluded.options, required = excluded.required,
      group_name = excluded.group_name, position = excluded.position, sensitive = d.sensitive or excluded.sensitive, archived_at = null
    returning ${columns}`.execute(tx);
  return rows[0] as FieldDefinition;
}

export async function updateField(tx: Db, id: number, { labels, options, required, group }: FieldChange): Promise<FieldDefinition> {
  const { rows } = await sql<FieldDefinition>`
    update fields.definitions set
      labels = coalesce(${labels ? JSON.stringify(labels) : null}::jsonb, labels),
      options = coalesce(${options ? JSON.stringify(options) : null}::jsonb, options),
      required = coalesce(${required ?? null}, required),
      group_name = coalesce(${group ?? null}, group_name)
    where id = ${id} returning ${columns}`.execute(tx);
  return rows[0] as FieldDefinition;
}

export async function recordConsent(tx: Db, id: number, basis: string): Promise<FieldDefinition> {
  const { rows } = await sql<FieldDefinition>`
    update fields.definitions set consent_basis = ${basis}, consent_recorded_at = now() where id = ${id} returning ${columns}`.execute(tx);
  return rows[0] as FieldDefinition;
}

export async function archiveField(tx: Db, id: number): Promise<void> {
  await sql`update fields.definitions set archived_at = now() where id = ${id}`.execute(tx);
}

/** Fields that are not named keep their order after those that are. */
export async function orderFields(tx: Db, object: FieldObject, ids: readonly number[]): Promise<void> {
  await sql`
    update fields.definitions d set position = ordered.position
    from (
      select id, row_number() over (order by array_position(${ids}::bigint[], id) nulls last, position, id) as position
      from fields.definitions where object = ${object} and archived_at is null
    ) ordered
    where ordered.id = d.id`.execute(tx);
}
