/** Adds a company or changes one; wrong check digits are told beside their field. */
import { Button, Group, Modal, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { CompanyCard } from '../../../contract/companies.ts';
import { useSend } from '../../api-hooks.ts';
import { showProblem } from '../../ui/fields/problem-fields.ts';
import { toastDone } from '../../ui/toast.tsx';

const requisites = ['kpp', 'ogrn', 'edrpou', 'ipn', 'iban', 'bik', 'account'] as const;

interface CompanyFormProps {
  /** Absent: a new one is added. */
  company?: CompanyCard;
  onClose(): void;
}

export function CompanyForm({ company, onClose }: CompanyFormProps) {
  const { t } = useTranslation('companies');
  const add = useSend('POST /companies');
  const change = useSend('PATCH /companies/:id');
  const form = useForm({
    initialValues: {
      name: company?.name ?? '',
      taxId: company?.taxId ?? '',
      priceTerms: company?.priceTerms ?? '',
      note: company?.note ?? '',
      registration: Object.fromEntries(requisites.map((key) => [key, company?.registration[key] ?? ''])) as Record<string, string>,
    },
  });
  const save = async ({ name, taxId, priceTerms, note, registration }: typeof form.values) => {
    const filled = Object.fromEntries(
      Object.entries({ ...company?.registration, ...registration }).filter(([, value]) => value.trim() !== ''),
    );
    const body = {
      name,
      taxId: taxId.trim() || null,
      priceTerms: priceTerms.trim() || null,
      note: note.trim() || null,
      registration: filled,
    };
    try {
      await (company ? change.mutateAsync({ params: { id: company.id }, body }) : add.mutateAsync({ body }));
      toastDone(t('saved'));
      onClose();
    } catch (problem) {
      showProblem(form, problem);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t(company ? 'edit' : 'add')} size="lg">
      <form onSubmit={form.onSubmit((values) => void save(values))}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <TextInput label={t('name')} required data-autofocus {...form.getInputProps('name')} />
          <TextInput label={t('taxId')} {...form.getInputProps('taxId')} />
          {requisites.map((key) => (
            <TextInput key={key} label={t(`requisites.${key}`)} {...form.getInputProps(`registration.${key}`)} />
          ))}
        </SimpleGrid>
        <Textarea mt="sm" label={t('priceTerms')} autosize minRows={1} {...form.getInputProps('priceTerms')} />
        <Textarea mt="sm" label={t('note')} autosize minRows={2} {...form.getInputProps('note')} />
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
