/** Checks values of custom fields against their definitions; what passes is in the one form that is stored. */
import type { FieldDefinition } from '../../contract/fields.ts';
import { type FieldValue, readFieldValue } from './field-values.ts';

export interface FieldCheck {
  /** By key; null takes a value away. */
  clean: Record<string, FieldValue | null>;
  /** Ready to be the `fields` of a `Problem`. */
  problems: { field: string; code: string; values?: Record<string, string> }[];
}

export interface CheckOptions {
  /** ISO code of the country whose phones are written without a code. */
  homeCountry: string;
  /** Only some fields are being changed: required ones may be missing. */
  isPartial?: boolean;
  /** Keys of sensitive fields that this person's consent covers (F9). */
  consents?: ReadonlySet<string>;
}

/** One bad value does not hold the others back: `clean` has all the good ones. */
export function checkFields(definitions: readonly FieldDefinition[], values: Record<string, unknown>, options: CheckOptions): FieldCheck {
  const check: FieldCheck = { clean: {}, problems: [] };
  const known = new Map(definitions.map((definition) => [definition.key, definition]));
  for (const [key, value] of Object.entries(values)) {
    const definition = known.get(key);
    if (definition) checkOne(check, definition, value, options);
    else report(check, key, 'fields:unknown-field', { key });
  }
  if (!options.isPartial)
    for (const { key, required } of definitions) if (required && !(key in values)) report(check, key, 'field.required');
  return check;
}

function checkOne(check: FieldCheck, definition: FieldDefinition, value: unknown, options: CheckOptions): void {
  const { key, type } = definition;
  const refusal = refuse(definition, value, options.consents);
  if (refusal) report(check, key, refusal);
  else if (isEmpty(value)) check.clean[key] = null;
  else {
    const read = readFieldValue(type, value, { options: definition.options, homeCountry: options.homeCountry });
    if (read === null) report(check, key, `fields:not-${type}`);
    else check.clean[key] = read;
  }
}

/** Taking a sensitive value away is always allowed. */
function refuse(
  { key, required, sensitive, consentBasis }: FieldDefinition,
  value: unknown,
  consents: CheckOptions['consents'],
): string | null {
  if (isEmpty(value)) return required ? 'field.required' : null;
  if (!sensitive) return null;
  if (consentBasis === null) return 'fields:locked';
  return consents?.has(key) ? null : 'fields:consent-missing';
}

/**
 * Values as a channel or a file wrote them, in the form that is stored. What is not of its field's type is left out, and so is sensitive
 * data, which only a person with a consent at hand may enter; keys that nobody has defined are kept as they are until somebody does.
 */
export function tidyFields(
  definitions: readonly FieldDefinition[],
  values: Record<string, unknown>,
  homeCountry: string,
): Record<string, unknown> {
  const known = new Map(definitions.map((definition) => [definition.key, definition]));
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      const definition = known.get(key);
      if (!definition) return [[key, value]];
      const read =
        definition.sensitive || isEmpty(value)
          ? null
          : readFieldValue(definition.type, value, { options: definition.options, homeCountry });
      return read === null ? [] : [[key, read]];
    }),
  );
}

const isEmpty = (value: unknown) => value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

function report(check: FieldCheck, key: string, code: string, values?: Record<string, string>): void {
  check.problems.push({ field: `fields.${key}`, code, ...(values && { values }) });
}
