/** Values of custom fields on records of any room: changing them, and finding records by them. */
import { type RawBuilder, sql } from 'kysely';
import type { FieldDefinition, FieldObject, FieldType } from '../../contract/fields.ts';
import { readFieldValue } from '../models/field-values.ts';
import { checkFields } from '../models/fields.ts';
import { fieldsOf } from './fields.ts';
import { Problem } from './http/problem.ts';
import type { Db } from './postgres/database.ts';
import { getWorkspace } from './workspace.ts';

/** All values after a change of some; null takes one away. @throws Problem `invalid` naming every bad value */
export async function changeFields(db: Db, object: FieldObject, before: Record<string, unknown>, values: Record<string, unknown>) {
  const { country } = await getWorkspace(db);
  const { clean, problems } = checkFields(await fieldsOf(db, object), values, { homeCountry: country, isPartial: true });
  if (problems.length > 0) throw new Problem('invalid', { fields: problems });
  return Object.fromEntries(Object.entries({ ...before, ...clean }).filter(([, value]) => value !== null));
}

/**
 * One condition for each `key:value`; numbers, amounts and days also as `key:from..to`, either end left out.
 * @param column of jsonb that holds the values; its index may leave records without any out
 * @throws Problem `invalid` about a field that does not exist or a value that is not one
 */
export async function fieldConditions(
  db: Db,
  object: FieldObject,
  wanted: readonly string[],
  column: RawBuilder<unknown>,
): Promise<RawBuilder<unknown>[]> {
  if (wanted.length === 0) return [];
  const { country } = await getWorkspace(db);
  const definitions = new Map((await fieldsOf(db, object)).map((definition) => [definition.key, definition]));
  return wanted.map((pair) => {
    const key = pair.slice(0, pair.indexOf(':'));
    const definition = definitions.get(key);
    if (!definition) throw new Problem('invalid', { fields: [{ field: 'field', code: 'fields:unknown-field', values: { key } }] });
    return sql`${conditionOf(definition, pair.slice(key.length + 1), column, country)} and ${column} <> '{}'`;
  });
}

/** Types whose values have an order: how they are compared, and what such a value looks like, as files may have brought others. */
const ordered: Partial<Record<FieldType, { cast: RawBuilder<unknown>; looks: string }>> = {
  number: { cast: sql`numeric`, looks: '^-?\\d+(\\.\\d+)?$' },
  integer: { cast: sql`numeric`, looks: '^-?\\d+$' },
  money: { cast: sql`numeric`, looks: '^-?\\d+$' },
  // As text, days have the same order and no text is too wrong to be compared.
  date: { cast: sql`text`, looks: '^\\d{4}-\\d\\d-\\d\\d$' },
};

function conditionOf(definition: FieldDefinition, wanted: string, column: RawBuilder<unknown>, homeCountry: string): RawBuilder<unknown> {
  const { key, type } = definition;
  const order = ordered[type];
  const [from, to] = wanted.split('..');
  if (!order || to === undefined) return sql`${column} @> ${JSON.stringify({ [key]: valueOf(definition, wanted, homeCountry) })}::jsonb`;
  const { cast, looks } = order;
  const value = sql`(case when ${column} ->> ${key} ~ ${looks} then (${column} ->> ${key})::${cast} end)`;
  const bound = (end: string) => sql`${String(valueOf(definition, end, homeCountry))}::${cast}`;
  const bounds = [...(from ? [sql`${value} >= ${bound(from)}`] : []), ...(to ? [sql`${value} <= ${bound(to)}`] : [])];
  return bounds.length > 0 ? sql.join(bounds, sql` and `) : sql`${column} ? ${key}::text`;
}

/** Amounts are in minor units, as everywhere in addresses. */
function valueOf({ key, type, options }: FieldDefinition, text: string, homeCountry: string) {
  const value = readFieldValue(type, type === 'money' && /^-?\d+$/.test(text) ? Number(text) : text, { options, homeCountry });
  if (value === null) throw new Problem('invalid', { fields: [{ field: `field.${key}`, code: `fields:not-${type}` }] });
  return value;
}
