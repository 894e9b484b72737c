/** A value of a custom field as people read it. */
import { useTranslation } from 'react-i18next';
import type { FieldDefinition } from '../../../contract/fields.ts';
import { labelOf } from '../../admin/fields/field-label.ts';
import { useFormats } from '../../app/use-formats.ts';

/** Null where there is no value, which screens show as a dash. */
export function useFieldWords(): (field: FieldDefinition, value: unknown) => string | null {
  const { t, i18n } = useTranslation('ui');
  const { money, number, date } = useFormats();
  return (field, value) => {
    if (value === null || value === undefined || value === '') return null;
    if (field.type === 'yes_no') return t(value === true ? 'yes' : 'no');
    if (field.type === 'money') return money(Number(value));
    if (field.type === 'number' || field.type === 'integer') return number(Number(value), 6);
    if (field.type === 'date') return date(plain(value));
    const option = field.options.find((one) => one.value === value);
    return option ? labelOf({ key: option.value, labels: option.labels }, i18n.language) : plain(value);
  };
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
