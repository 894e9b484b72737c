/** Custom fields as filters of a list (CUS-7): in the address `field.size=XL`, for the server `field=size:XL`. */
import { IconForms } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FieldDefinition, FieldObject } from '../../../contract/fields.ts';
import { labelOf } from '../../admin/fields/field-label.ts';
import { useApi } from '../../api-hooks.ts';
import { useMay } from '../../app/session.ts';
import type { ListState } from '../../ui/data-list/list-state.ts';
import type { Filter } from '../../ui/data-list/list-types.ts';

const prefix = 'field.';

export function useFields(object: FieldObject): readonly FieldDefinition[] {
  const may = useMay();
  return useApi('GET /fields', { query: { object } }, { enabled: may('settings.read'), freshFor: 60_000 }).data ?? [];
}

export function useFieldFilters(object: FieldObject): readonly Filter[] {
  const { language } = useTranslation().i18n;
  return useFields(object).map((field) => ({
    key: prefix + field.key,
    title: labelOf(field, language),
    icon: IconForms,
    ...kindOf(field, language),
  }));
}

function kindOf(field: FieldDefinition, language: string) {
  if (field.type === 'yes_no') return { kind: 'yes-no' } as const;
  if (field.type !== 'dictionary') return { kind: 'text' } as const;
  const options = field.options.map(({ value, labels }) => ({ value, label: labelOf({ labels, key: value }, language) }));
  return { kind: 'choice', options } as const;
}

/** The field filters in force, as the server takes them. */
export function fieldsOf(state: ListState): string[] | undefined {
  const wanted = state.filters.filter((key) => key.startsWith(prefix)).map((key) => `${key.slice(prefix.length)}:${state.one(key)}`);
  return wanted.length > 0 ? wanted : undefined;
}
