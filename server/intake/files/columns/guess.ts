/** Guesses what the columns of a table mean: by their names in three languages, checked against their values. */
import { type ImportKind, importKinds } from '../../../../contract/imports.ts';
import { type Field, fieldsOf } from './fields.ts';
import { normalName } from './normal-name.ts';
import { shapeFit, telltaleType } from './value-shapes.ts';

export interface ColumnGuess {
  field: string;
  column: string;
  /** 0 to 1; from 0.5 on it is offered as chosen. */
  confidence: number;
}

export interface TableGuess {
  kind: ImportKind;
  guesses: ColumnGuess[];
}

const leastConfidence = 0.5;

/** @param rows the first rows of the table, a few hundred at most */
export function guessColumns(header: readonly string[], rows: readonly string[][], kind: ImportKind): ColumnGuess[] {
  const columns = header.map((name, index) => ({ name, normal: normalName(name), values: rows.map((row) => row[index] ?? '') }));
  const options = columns.flatMap((column) =>
    fieldsOf[kind].map((field) => {
      const sure = confidence(field, column.normal, column.values);
      // Of two fields that fit alike, the one that a record cannot do without is meant.
      return { field: field.key, column: column.name, confidence: sure, rank: sure + (field.required ? 0.05 : 0) };
    }),
  );
  const taken = new Set<string>();
  const chosen: ColumnGuess[] = [];
  for (const option of options.toSorted((a, b) => b.rank - a.rank)) {
    if (option.confidence < leastConfidence) continue;
    if (taken.has(`f:${option.field}`) || taken.has(`c:${option.column}`)) continue;
    taken.add(`f:${option.field}`).add(`c:${option.column}`);
    chosen.push({ field: option.field, column: option.column, confidence: Math.round(option.confidence * 100) / 100 });
  }
  return chosen;
}

/** The kind of record whose fields fit the table best. */
export function guessKind(header: readonly string[], rows: readonly string[][]): TableGuess {
  const tried = importKinds.map((kind) => ({ kind, guesses: guessColumns(header, rows, kind) }));
  return tried.reduce((a, b) => (kindScore(b) > kindScore(a) ? b : a));
}

const telling: Record<ImportKind, string[]> = {
  order: ['placedAt', 'status', 'quantity', 'productName', 'price', 'total'],
  return: ['reason', 'orderId', 'placedAt'],
  customer: ['email', 'phone', 'birthDate', 'sex', 'name', 'registeredAt'],
  product: ['category', 'brand', 'barcode', 'name', 'imageUrl', 'oldPrice', 'price'],
  stock: ['stock', 'warehouse', 'reserved'],
  review: ['rating', 'text', 'answer', 'createdAt'],
};

function kindScore({ kind, guesses }: TableGuess): number {
  const found = new Map(guesses.map(({ field, confidence: sure }) => [field, sure]));
  const missing = fieldsOf[kind].filter((field) => field.required && !found.has(field.key)).length;
  const told = telling[kind].reduce((sum, key) => sum + (found.get(key) ?? 0), 0) / telling[kind].length;
  const used = guesses.reduce((sum, { confidence: sure }) => sum + sure, 0);
  const idBonus = found.has('externalId') ? 0.3 : 0;
  const returns = kind === 'return' && !found.has('reason') && !found.has('orderId') ? 1 : 0;
  return told + used / 20 + idBonus - missing - returns;
}

function confidence(field: Field, name: string, values: readonly string[]): number {
  const byName = nameFit(field.names, name);
  const telltale = telltaleType(values);
  const byValues = telltale === field.type ? byValuesAlone(field) : 0;
  if (byName === 0) return byValues;
  const fit = shapeFit(field.type, values);
  return Math.max(byName * (fit >= 0.5 ? 0.7 + 0.3 * fit : 0.4), byValues);
}

/** A date may be any of several fields: alone it is taken for the one that must not be missing. */
function byValuesAlone(field: Field): number {
  if (field.type !== 'time') return 0.75;
  return field.required ? 0.6 : 0;
}

/** Earlier names of a field are surer; a name inside a longer one counts less. */
function nameFit(names: readonly string[], name: string): number {
  const exact = names.indexOf(name);
  if (exact >= 0) return 1 - exact * 0.005;
  const padded = ` ${name} `;
  const inside = names.filter((known) => known.length >= 4 && padded.includes(` ${known} `));
  if (inside.length === 0) return 0;
  const longest = Math.max(...inside.map((known) => known.length));
  return 0.45 + 0.4 * (longest / name.length);
}
