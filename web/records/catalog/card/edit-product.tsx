/** Changes what people know better than channels: name, brand, category, cost, tags, whether it is sold. Channels no longer overwrite it. */
import { Button, Group, Modal, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProductCard, ProductChange } from '../../../../contract/catalog.ts';
import { useSend } from '../../../api-hooks.ts';
import { useMay } from '../../../app/session.ts';
import { MoneyInput } from '../../../ui/fields/money-input.tsx';
import { showProblem } from '../../../ui/fields/problem-fields.ts';
import { TagInput } from '../../../ui/fields/tag-input.tsx';
import { toastDone, toastProblem } from '../../../ui/toast.tsx';
import { useCategoryOptions } from '../category-options.ts';

type Written = Required<Omit<ProductChange, 'fields'>>;

const writtenIn = ({ name, brand, category, cost, active, tags }: ProductCard): Written => ({
  name,
  brand,
  categoryId: category?.id ?? null,
  cost,
  active,
  tags,
});

/** Only what differs is sent: what is sent counts as written by hand. */
function changesOf(before: Written, after: Written): Partial<Written> {
  const keys = (Object.keys(after) as (keyof Written)[]).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  return Object.fromEntries(keys.map((key) => [key, after[key]]));
}

export function EditProduct({ product }: { product: ProductCard }) {
  const { t } = useTranslation('catalog');
  const may = useMay();
  const [editing, edit] = useDisclosure(false);
  if (!may('catalog.write')) return null;
  return (
    <>
      <Button size="compact-sm" variant="default" leftSection={<IconPencil size={15} />} onClick={edit.open}>
        {t('card.edit')}
      </Button>
      {editing && <EditForm product={product} onClose={edit.close} />}
    </>
  );
}

function EditForm({ product, onClose }: { product: ProductCard; onClose: () => void }) {
  const { t } = useTranslation('catalog');
  const send = useSend('PATCH /products/:id', { touches: ['orders', 'categories'] });
  const before = writtenIn(product);
  const form = useForm<Written>({ initialValues: before });
  const put = (body: Partial<Written>) => send.mutateAsync({ params: { id: product.id }, body });
  const save = async (values: Written) => {
    const changes = changesOf(before, { ...values, brand: values.brand || null });
    try {
      if (Object.keys(changes).length > 0) {
        await put(changes);
        toastDone(t('card.saved'), { undo: () => put(changesOf(values, before)).catch(toastProblem) });
      }
      onClose();
    } catch (problem) {
      showProblem(form, problem);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('card.editTitle')} size={480}>
      <form onSubmit={form.onSubmit((values) => void save(values))}>
        <Stack gap="sm">
          <EditInputs form={form} currency={product.currency ?? undefined} />
          <Text size="xs" c="dimmed">
            {t('card.editedSays')}
          </Text>
          <Group justify="flex-end">
            <Button type="submit" loading={send.isPending}>
              {t('ui:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function EditInputs({ form, currency }: { form: ReturnType<typeof useForm<Written>>; currency: string | undefined }) {
  const { t } = useTranslation('catalog');
  const categories = useCategoryOptions();
  const { categoryId, cost, tags } = form.values;
  return (
    <>
      <TextInput data-autofocus label={t('columns.name')} {...form.getInputProps('name')} />
      <TextInput label={t('columns.brand')} {...form.getInputProps('brand')} value={form.values.brand ?? ''} />
      <Select
        label={t('columns.category')}
        searchable
        clearable
        data={categories.map(({ value, label }) => ({ value, label }))}
        value={categoryId === null ? null : String(categoryId)}
        onChange={(id) => form.setFieldValue('categoryId', id === null ? null : Number(id))}
        error={form.errors.categoryId}
      />
      <MoneyInput
        label={t('columns.cost')}
        description={t('card.costSays')}
        currency={currency}
        value={cost}
        onChange={(amount) => form.setFieldValue('cost', amount)}
        error={form.errors.cost}
      />
      <TagInput label={t('columns.tags')} value={tags} onChange={(next) => form.setFieldValue('tags', next)} />
      <Switch label={t('card.active')} {...form.getInputProps('active', { type: 'checkbox' })} />
    </>
  );
}
