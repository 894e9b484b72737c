/** Adds a custom field or changes one: names, type, options, group; sensitive ones ask on what consent they are kept. */
import { Button, Checkbox, Group, Modal, Select, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../api-hooks.ts';
import type { Language } from '../../app/language.ts';
import { languageNames, languages } from '../../app/language.ts';
import { showProblem } from '../../ui/fields/problem-fields.ts';
import { toastDone, toastProblem } from '../../ui/toast.tsx';
import type { Field, FieldValues } from './field-values.ts';
import { bodyOf, valuesOf } from './field-values.ts';

interface FieldDialogProps {
  object: Field['object'];
  /** Null: a new one. */
  field: Field | null;
  onClose: () => void;
}

const types: Field['type'][] = ['text', 'long_text', 'number', 'integer', 'date', 'yes_no', 'dictionary', 'email', 'phone', 'money'];

export function FieldDialog({ object, field, onClose }: FieldDialogProps) {
  const { t, i18n } = useTranslation();
  const add = useSend('POST /fields');
  const change = useSend('PATCH /fields/:id');
  const consent = useSend('POST /fields/:id/consent');
  const form = useForm<FieldValues>({ initialValues: valuesOf(field) });
  const needsConsent = field?.sensitive === true && !field.consentBasis;
  const save = async (values: FieldValues) => {
    try {
      const { key, type, sensitive, ...body } = bodyOf(values, i18n.language as Language);
      if (field) await change.mutateAsync({ params: { id: field.id }, body });
      else await add.mutateAsync({ body: { ...body, object, key, type, sensitive } });
      if (needsConsent && values.consent.trim())
        await consent.mutateAsync({ params: { id: field?.id ?? 0 }, body: { basis: values.consent } });
      toastDone(t('settings.saved'));
      onClose();
    } catch (problem) {
      showProblem(form, problem);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t(field ? 'settings.changeField' : 'settings.addField')} size={560}>
      <form onSubmit={form.onSubmit((values) => void save(values))}>
        <Stack gap="sm">
          <Group grow align="flex-start">
            {languages.map((language) => (
              <TextInput
                key={language}
                label={languageNames[language]}
                data-autofocus={language === i18n.language}
                {...form.getInputProps(`labels.${language}`)}
              />
            ))}
          </Group>
          <Group grow align="flex-start">
            <TextInput
              label={t('settings.fieldKey')}
              description={t('settings.fieldKeyHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              disabled={field !== null}
              required={!field}
              withAsterisk={false}
              {...form.getInputProps('key')}
            />
            <Select
              label={t('settings.fieldType')}
              disabled={field !== null}
              allowDeselect={false}
              data={types.map((value) => ({ value, label: t(`fields:type.${value}`) }))}
              {...form.getInputProps('type')}
            />
          </Group>
          {form.values.type === 'dictionary' && <TagsInput label={t('settings.options')} {...form.getInputProps('options')} />}
          <TextInput label={t('settings.fieldGroup')} {...form.getInputProps('group')} />
          <Checkbox label={t('settings.requiredField')} {...form.getInputProps('required', { type: 'checkbox' })} />
          {!field && (
            <Checkbox
              label={t('settings.sensitiveField')}
              description={t('settings.sensitiveHint')}
              {...form.getInputProps('sensitive', { type: 'checkbox' })}
            />
          )}
          {needsConsent && (
            <Textarea
              label={t('settings.consent')}
              description={t('settings.consentHint')}
              autosize
              minRows={2}
              {...form.getInputProps('consent')}
            />
          )}
          <Group justify="space-between" mt="sm">
            {field ? <PutAway field={field} onDone={onClose} /> : <span />}
            <Button type="submit" loading={add.isPending || change.isPending}>
              {t('ui:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function PutAway({ field, onDone }: { field: Field; onDone: () => void }) {
  const { t } = useTranslation();
  const remove = useSend('DELETE /fields/:id');
  const add = useSend('POST /fields');
  // Values stay behind a field put away, and adding its key again brings them back: that is the undo.
  const undo = () => {
    const { object, key, type, labels, options, required, group, sensitive } = field;
    return add.mutateAsync({ body: { object, key, type, labels, options, required, group, sensitive } }).catch(toastProblem);
  };
  const go = async () => {
    await remove.mutateAsync({ params: { id: field.id } });
    toastDone(t('settings.fieldAway'), { undo });
    onDone();
  };
  return (
    <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => void go().catch(toastProblem)}>
      {t('settings.putAway')}
    </Button>
  );
}
