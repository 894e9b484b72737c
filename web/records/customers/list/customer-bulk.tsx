/** What can be done with many customers at once: tags, and whose they are. */
import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { IconTag, IconUserCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkCustomerChange, CustomerRow } from '../../../../contract/customers.ts';
import { useApi, useSend } from '../../../api-hooks.ts';
import { useMay } from '../../../app/session.ts';
import type { BulkAction } from '../../../ui/data-list/list-types.ts';
import { TagInput } from '../../../ui/fields/tag-input.tsx';
import { toastDone } from '../../../ui/toast.tsx';

type Kind = 'tags' | 'manager';

interface Asking {
  kind: Kind;
  count: number;
  answer(change: BulkCustomerChange | null): void;
}

export function useCustomerBulk(): { actions: readonly BulkAction<CustomerRow>[]; dialogs: ReactNode } {
  const { t } = useTranslation('customers');
  const may = useMay();
  const send = useSend('POST /customers/bulk', { touches: ['jobs'] });
  const [asking, setAsking] = useState<Asking | null>(null);
  const run = async (kind: Kind, rows: CustomerRow[]) => {
    const change = await new Promise<BulkCustomerChange | null>((resolve) => {
      setAsking({ kind, count: rows.length, answer: resolve });
    });
    setAsking(null);
    if (!change) return false;
    const { changed, jobId } = await send.mutateAsync({ body: { ids: rows.map(({ id }) => id), change } });
    toastDone(jobId ? t('bulk.begun') : t('bulk.done', { count: changed }));
    return true;
  };
  const actions: BulkAction<CustomerRow>[] = [
    { key: 'tags', title: t('bulk.tags'), icon: IconTag, run: (rows) => run('tags', rows) },
    { key: 'manager', title: t('bulk.manager'), icon: IconUserCheck, run: (rows) => run('manager', rows) },
  ];
  return { actions: may('customers.write') ? actions : [], dialogs: asking && <BulkDialog {...asking} /> };
}

function BulkDialog({ kind, count, answer }: Asking) {
  const { t } = useTranslation('customers');
  const [change, setChange] = useState<BulkCustomerChange>({});
  return (
    <Modal opened onClose={() => answer(null)} title={t(`bulk.${kind}Title`, { count })} size={440}>
      <Stack gap="sm">
        {kind === 'tags' ? <Tags change={change} onChange={setChange} /> : <Manager change={change} onChange={setChange} />}
        <Group justify="flex-end" gap="xs" mt="sm">
          <Button variant="default" onClick={() => answer(null)}>
            {t('ui:cancel')}
          </Button>
          <Button disabled={Object.keys(change).length === 0} onClick={() => answer(change)}>
            {t('ui:save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface PartProps {
  change: BulkCustomerChange;
  onChange(change: BulkCustomerChange): void;
}

function Tags({ change, onChange }: PartProps) {
  const { t } = useTranslation('customers');
  const known = (useApi('GET /customers/tags', {}).data ?? []).map(({ value }) => value);
  return (
    <>
      <TagInput
        label={t('bulk.addTags')}
        known={known}
        value={change.addTags ?? []}
        onChange={(addTags) => onChange({ ...change, addTags })}
        data-autofocus
      />
      <TagInput
        label={t('bulk.removeTags')}
        known={known}
        value={change.removeTags ?? []}
        onChange={(removeTags) => onChange({ ...change, removeTags })}
      />
    </>
  );
}

const nobody = 'none';

function Manager({ change, onChange }: PartProps) {
  const { t } = useTranslation('customers');
  const { data: people = [] } = useApi('GET /people', {});
  return (
    <Select
      data-autofocus
      searchable
      label={t('filters.manager')}
      data={[{ value: nobody, label: t('bulk.nobody') }, ...people.map(({ id, name }) => ({ value: String(id), label: name }))]}
      value={change.managerId === undefined ? null : change.managerId === null ? nobody : String(change.managerId)}
      onChange={(id) => onChange(id === null ? {} : { managerId: id === nobody ? null : Number(id) })}
    />
  );
}
