/** A custom field between the form and the API: options are typed as words, and stored as values with names. */
import type { AnswerOf, BodyOf } from '../../api-types.ts';
import type { Language } from '../../app/language.ts';

export type Field = AnswerOf<'GET /fields'>[number];

export interface FieldValues {
  labels: Record<Language, string>;
  key: string;
  type: Field['type'];
  options: string[];
  group: string;
  required: boolean;
  sensitive: boolean;
  consent: string;
}

export function valuesOf(field: Field | null): FieldValues {
  return {
    labels: { ru: field?.labels.ru ?? '', uk: field?.labels.uk ?? '', en: field?.labels.en ?? '' },
    key: field?.key ?? '',
    type: field?.type ?? 'text',
    options: field?.options.map(({ value }) => value) ?? [],
    group: field?.group ?? '',
    required: field?.required ?? false,
    sensitive: field?.sensitive ?? false,
    consent: '',
  };
}

export function bodyOf({ labels, options, consent: _, ...rest }: FieldValues, language: Language): Omit<BodyOf<'POST /fields'>, 'object'> {
  const named = Object.fromEntries(Object.entries(labels).filter(([, label]) => label.trim()));
  return { ...rest, labels: named, options: options.map((value) => ({ value, labels: { [language]: value } })) };
}
