/** Custom fields as the last columns of a list's file. */
import type { FieldObject, FieldType } from '../../contract/fields.ts';
import type { Language } from '../../contract/language.ts';
import type { Cell } from './csv.ts';
import { fieldsOf } from './fields.ts';
import type { Db } from './postgres/database.ts';

export interface FieldColumns {
  titles: string[];
  cellsOf(values: Readonly<Record<string, unknown>>): Cell[];
}

export async function fieldColumns(db: Db, object: FieldObject, language: Language): Promise<FieldColumns> {
  const definitions = await fieldsOf(db, object);
  return {
    titles: definitions.map(({ key, labels }) => labels[language] ?? Object.values(labels)[0] ?? key),
    cellsOf: (values) => definitions.map(({ key, type }) => cellOf(type, values[key])),
  };
}

function cellOf(type: FieldType, value: unknown): Cell {
  if (typeof value === 'number') return type === 'money' ? { minor: value } : value;
  if (value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
