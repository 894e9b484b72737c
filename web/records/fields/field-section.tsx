/** The fields a company added, on a card: read as facts, changed in one small form (CUS-7). Absent where there are none. */
import { Button, Checkbox, Group, Modal, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { FieldDefinition, FieldObject } from '../../../contract/fields.ts';
import { labelOf } from '../../admin/fields/field-label.ts';
import { DateField } from '../../ui/fields/date-field.tsx';
import { MoneyInput } from '../../ui/fields/money-input.tsx';
import { PhoneInput } from '../../ui/fields/phone-input.tsx';
import { showProblem } from '../../ui/fields/problem-fields.ts';
import { Facts, Section } from '../../ui/section.tsx';
import { useFields } from './field-filters.ts';
import { useFieldWords } from './field-words.ts';

type Values = Record<string, unknown>;

interface FieldSectionProps {
  object: FieldObject;
  values: Values;
  /** Absent: the person may only read. */
  onSave?: (values: Values) => Promise<unknown>;
}

export function FieldSection({ object, values, onSave }: FieldSectionProps) {
  const { t, i18n } = useTranslation('orders');
  const words = useFieldWords();
  const [editing, edit] = useDisclosure(false);
  // What needs consent is shown and taken only after its basis is on record.
  const fields = useFields(object).filter(({ sensitive, consentBasis }) => !sensitive || consentBasis !== null);
  if (fields.length === 0) return null;
  const change = onSave && (
    <Button size="compact-sm" variant="subtle" onClick={edit.open}>
      {t('fields.change')}
    </Button>
  );
  return (
    <Section title={t('fields.title')} aside={change}>
      <Facts facts={fields.map((field) => [labelOf(field, i18n.language), words(field, values[field.key])])} />
      {editing && onSave && <EditFields fields={fields} values={values} onSave={onSave} onClose={edit.close} />}
    </Section>
  );
}

interface EditFieldsProps {
  fields: readonly FieldDefinition[];
  values: Values;
  onSave: (values: Values) => Promise<unknown>;
  onClose: () => void;
}

function EditFields({ fields, values, onSave, onClose }: EditFieldsProps) {
  const { t } = useTranslation('orders');
  const form = useForm<Values>({ initialValues: Object.fromEntries(fields.map(({ key }) => [key, values[key] ?? null])) });
  const save = async (typed: Values) => {
    const cleaned = Object.fromEntries(Object.entries(typed).map(([key, value]) => [key, value === '' ? null : value]));
    try {
      await onSave(cleaned);
      onClose();
    } catch (problem) {
      showProblem(form, problem, (field) => field.replace(/^(?:body\.)?fields\./, ''));
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('fields.title')} size={460}>
      <form onSubmit={form.onSubmit((typed) => void save(typed))}>
        <Stack gap="sm">
          {fields.map((field) => (
            <FieldInput
              key={field.key}
              field={field}
              value={form.values[field.key]}
              error={form.errors[field.key]}
              onChange={(value) => form.setFieldValue(field.key, value)}
            />
          ))}
          <Group justify="flex-end" mt="sm">
            <Button type="submit">{t('ui:save')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface FieldInputProps {
  field: FieldDefinition;
  value: unknown;
  error: React.ReactNode;
  onChange: (value: unknown) => void;
}

function FieldInput({ field, value, error, onChange }: FieldInputProps) {
  const { language } = useTranslation().i18n;
  const shared = { label: labelOf(field, language), error };
  const text = typeof value === 'string' ? value : '';
  switch (field.type) {
    case 'yes_no':
      return <Checkbox {...shared} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />;
    case 'number':
    case 'integer':
      return (
        <NumberInput
          {...shared}
          hideControls
          allowDecimal={field.type === 'number'}
          value={typeof value === 'number' ? value : ''}
          onChange={onChange}
        />
      );
    case 'money':
      return <MoneyInput {...shared} value={typeof value === 'number' ? value : null} onChange={onChange} />;
    case 'date':
      return <DateField {...shared} value={text || null} onChange={onChange} />;
    case 'phone':
      return <PhoneInput {...shared} value={text || null} onChange={onChange} />;
    case 'dictionary':
      return (
        <Select
          {...shared}
          clearable
          data={field.options.map(({ value: key, labels }) => ({ value: key, label: labelOf({ key, labels }, language) }))}
          value={text || null}
          onChange={onChange}
        />
      );
    case 'long_text':
      return <Textarea {...shared} autosize minRows={2} value={text} onChange={(event) => onChange(event.currentTarget.value)} />;
    default:
      return <TextInput {...shared} value={text} onChange={(event) => onChange(event.currentTarget.value)} />;
  }
}
