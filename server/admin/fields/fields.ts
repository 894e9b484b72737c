/** Custom fields: a key and a type stay what they were, since values are stored by them. */
import type { FieldDefinition, FieldObject } from '../../../contract/fields.ts';
import { audit } from '../../platform/audit.ts';
import { notFound, Problem } from '../../platform/http/problem.ts';
import type { Db } from '../../platform/postgres/database.ts';
import type { Caller } from '../../platform/room.ts';
import { markMilestone } from '../../platform/workspace.ts';
import {
  addField,
  archiveField,
  type FieldChange,
  holdByKey,
  holdField,
  type NewField,
  orderFields,
  recordConsent,
  updateField,
} from './store.ts';

export async function defineField(tx: Db, caller: Caller, field: NewField): Promise<FieldDefinition> {
  checkOptions(field.type, field.options);
  const known = await holdByKey(tx, field.object, field.key);
  if (known && !known.isArchived) throw new Problem('fields:key-taken', { status: 409, values: { key: field.key } });
  if (known && known.type !== field.type) throw new Problem('fields:type-stays', { status: 409, values: { key: field.key } });
  const added = await addField(tx, field);
  await markMilestone(tx, 'fields');
  await audit(tx, caller, { action: 'fields.added', object: { kind: 'field', id: added.id }, after: { ...added } });
  return added;
}

export async function changeField(tx: Db, caller: Caller, id: number, change: FieldChange): Promise<FieldDefinition> {
  const before = await requireField(tx, id);
  if (change.options) checkOptions(before.type, change.options);
  const after = await updateField(tx, id, change);
  await audit(tx, caller, { action: 'fields.changed', object: { kind: 'field', id }, before: { ...before }, after: { ...after } });
  return after;
}

/** From here on values of the field may be stored, for people whose consent covers it. */
export async function openSensitiveField(tx: Db, caller: Caller, id: number, basis: string): Promise<FieldDefinition> {
  const { sensitive, consentBasis } = await requireField(tx, id);
  if (!sensitive) throw new Problem('fields:not-sensitive', { status: 409 });
  const after = await recordConsent(tx, id, basis);
  await audit(tx, caller, {
    action: 'fields.consent-recorded',
    object: { kind: 'field', id },
    before: { consentBasis },
    after: { consentBasis: basis },
  });
  return after;
}

export async function putFieldAway(tx: Db, caller: Caller, id: number): Promise<void> {
  const before = await requireField(tx, id);
  await archiveField(tx, id);
  await audit(tx, caller, { action: 'fields.put-away', object: { kind: 'field', id }, before: { ...before } });
}

export async function reorder(tx: Db, caller: Caller, object: FieldObject, ids: readonly number[]): Promise<void> {
  await orderFields(tx, object, ids);
  await audit(tx, caller, { action: 'fields.reordered', object: { kind: 'fields', id: object }, after: { ids } });
}

async function requireField(tx: Db, id: number): Promise<FieldDefinition> {
  const found = await holdField(tx, id);
  if (!found) throw notFound('field', id);
  return found;
}

function checkOptions(type: FieldDefinition['type'], options: FieldDefinition['options']): void {
  if (type === 'dictionary' && options.length === 0) throw badOptions('fields:options-needed');
  if (type !== 'dictionary' && options.length > 0) throw badOptions('fields:options-unwanted');
  if (new Set(options.map(({ value }) => value)).size < options.length) throw badOptions('fields:options-repeat');
}

const badOptions = (code: string) => new Problem('invalid', { fields: [{ field: 'options', code }] });
