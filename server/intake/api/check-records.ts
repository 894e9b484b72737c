/** Checks records one by one, so that a bad one is named by its place and the good ones get in. */
import type { z } from 'zod';
import type { BadRecord } from '../../../contract/intake.ts';
import type { Language } from '../../../contract/language.ts';
import { Problem, problemBody } from '../../platform/http/problem.ts';
import { parseInput } from '../../platform/http/validation.ts';

export interface Checked<Record> {
  good: { index: number; record: Record }[];
  bad: BadRecord[];
}

export function checkRecords<Schema extends z.ZodType>(
  schema: Schema,
  sent: readonly unknown[],
  language: Language,
): Checked<z.output<Schema>> {
  const checked: Checked<z.output<Schema>> = { good: [], bad: [] };
  sent.forEach((value, index) => {
    try {
      checked.good.push({ index, record: parseInput(schema, storable(value), 'record') });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      checked.bad.push({ index, externalId: externalIdOf(value), fields: problemBody(error, language).fields ?? [] });
    }
  });
  return checked;
}

export function externalIdOf(value: unknown): string | null {
  const { externalId, productExternalId } = (value ?? {}) as { externalId?: unknown; productExternalId?: unknown };
  return [externalId, productExternalId].find((id) => typeof id === 'string') ?? null;
}

/** The database holds neither NUL nor half a surrogate pair. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed();
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [storable(key), storable(inner)]));
}
