/** Adds a customer or changes one; what the server refuses stands beside its field. */
import { Button, Group, Modal, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { CustomerCard, CustomerChange } from '../../../../contract/customers.ts';
import { useApi, useSend } from '../../../api-hooks.ts';
import { DateField } from '../../../ui/fields/date-field.tsx';
import { PhoneInput } from '../../../ui/fields/phone-input.tsx';
import { showProblem } from '../../../ui/fields/problem-fields.ts';
import { TagInput } from '../../../ui/fields/tag-input.tsx';
import { toastDone } from '../../../ui/toast.tsx';

interface CustomerFormProps {
  /** Absent: a new one is added. */
  customer?: CustomerCard;
  onClose(): void;
  onSaved?(customer: CustomerCard): void;
}

const texts = ['name', 'email', 'phone', 'birthDate', 'city', 'region', 'country', 'acquiredFrom'] as const;

export function CustomerForm({ customer, onClose, onSaved }: CustomerFormProps) {
  const { t } = useTranslation('customers');
  const add = useSend('POST /customers');
  const change = useSend('PATCH /customers/:id');
  const { data: tags = [] } = useApi('GET /customers/tags', {});
  const form = useForm({
    initialValues: {
      ...(Object.fromEntries(texts.map((key) => [key, customer?.[key] ?? ''])) as Record<(typeof texts)[number], string>),
      sex: customer?.sex ?? null,
      tags: customer?.tags ?? [],
    },
  });
  const save = async (values: typeof form.values) => {
    const body: CustomerChange = {
      ...Object.fromEntries(texts.map((key) => [key, values[key].trim() || null])),
      sex: values.sex,
      tags: values.tags,
    };
    try {
      const saved = customer ? await change.mutateAsync({ params: { id: customer.id }, body }) : await add.mutateAsync({ body });
      toastDone(t('form.saved'));
      onClose();
      onSaved?.(saved);
    } catch (problem) {
      showProblem(form, problem);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t(customer ? 'form.change' : 'form.add')} size="lg">
      <form onSubmit={form.onSubmit((values) => void save(values))}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <TextInput label={t('facts.name')} data-autofocus {...form.getInputProps('name')} />
          <Select
            label={t('facts.sex')}
            clearable
            data={(['female', 'male'] as const).map((value) => ({ value, label: t(`sexes.${value}`) }))}
            {...form.getInputProps('sex')}
          />
          <TextInput label={t('facts.email')} type="email" {...form.getInputProps('email')} />
          <PhoneInput
            label={t('facts.phone')}
            value={form.values.phone || null}
            onChange={(phone) => form.setFieldValue('phone', phone ?? '')}
            error={form.errors.phone}
          />
          <DateField
            label={t('facts.birthDate')}
            value={form.values.birthDate || null}
            onChange={(day) => form.setFieldValue('birthDate', day ?? '')}
            error={form.errors.birthDate}
          />
          <TextInput label={t('columns.city')} {...form.getInputProps('city')} />
          <TextInput label={t('columns.region')} {...form.getInputProps('region')} />
          <TextInput label={t('filters.country')} {...form.getInputProps('country')} />
          <TextInput label={t('facts.acquiredFrom')} {...form.getInputProps('acquiredFrom')} />
          <TagInput
            label={t('columns.tags')}
            known={tags.map(({ value }) => value)}
            value={form.values.tags}
            onChange={(chosen) => form.setFieldValue('tags', chosen)}
          />
        </SimpleGrid>
        <Group justify="flex-end" gap="xs" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button type="submit" loading={add.isPending || change.isPending}>
            {t('ui:save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
