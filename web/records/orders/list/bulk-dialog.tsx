/** Asks what exactly to change in the chosen orders. */
import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkChange } from '../../../../contract/orders.ts';
import type { StatusGroup } from '../../../../contract/records.ts';
import { useApi } from '../../../api-hooks.ts';
import { TagInput } from '../../../ui/fields/tag-input.tsx';
import { useStatusGroups } from '../status-groups.ts';

export type BulkKind = 'tags' | 'status' | 'manager';

interface BulkDialogProps {
  kind: BulkKind;
  count: number;
  /** Null: nothing is to be done. */
  onAnswer: (change: BulkChange | null) => void;
}

export function BulkDialog({ kind, count, onAnswer }: BulkDialogProps) {
  const { t } = useTranslation('orders');
  const [change, setChange] = useState<BulkChange>({});
  const isEmpty = Object.values(change).every((value) => value === undefined || (Array.isArray(value) && value.length === 0));
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    onAnswer(change);
  };
  return (
    <Modal opened onClose={() => onAnswer(null)} title={t(`bulk.${kind}Title`, { count })} size={440}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Choice kind={kind} change={change} onChange={setChange} />
          <Group justify="flex-end" gap="xs" mt="sm">
            <Button variant="default" onClick={() => onAnswer(null)}>
              {t('ui:cancel')}
            </Button>
            <Button type="submit" disabled={isEmpty}>
              {t('bulk.apply')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface ChoiceProps {
  kind: BulkKind;
  change: BulkChange;
  onChange: (change: BulkChange) => void;
}

function Choice({ kind, change, onChange }: ChoiceProps) {
  if (kind === 'tags') return <TagChoice change={change} onChange={onChange} />;
  if (kind === 'status') return <StatusChoice change={change} onChange={onChange} />;
  return <ManagerChoice change={change} onChange={onChange} />;
}

type Part = Omit<ChoiceProps, 'kind'>;

function TagChoice({ change, onChange }: Part) {
  const { t } = useTranslation('orders');
  const known = useApi('GET /orders/facets/:facet', { params: { facet: 'tag' } });
  return (
    <>
      <TagInput
        data-autofocus
        label={t('bulk.addTags')}
        known={known.data}
        value={change.addTags ?? []}
        onChange={(addTags) => onChange({ ...change, addTags })}
      />
      <TagInput
        label={t('bulk.removeTags')}
        known={known.data}
        value={change.removeTags ?? []}
        onChange={(removeTags) => onChange({ ...change, removeTags })}
      />
    </>
  );
}

function StatusChoice({ change, onChange }: Part) {
  const { t } = useTranslation('orders');
  const groups = useStatusGroups();
  return (
    <Select
      data-autofocus
      label={t('filters.statusGroup')}
      description={t('bulk.statusHint')}
      data={groups.map(({ value, label }) => ({ value, label }))}
      value={change.statusGroup ?? null}
      onChange={(group) => onChange({ statusGroup: (group as StatusGroup | null) ?? undefined })}
    />
  );
}

const nobody = 'none';

function ManagerChoice({ change, onChange }: Part) {
  const { t } = useTranslation('orders');
  const { data = [] } = useApi('GET /people', {});
  const people = data.map(({ id, name }) => ({ value: String(id), label: name }));
  const value = change.managerId === undefined ? null : change.managerId === null ? nobody : String(change.managerId);
  return (
    <Select
      data-autofocus
      searchable
      label={t('filters.manager')}
      data={[{ value: nobody, label: t('bulk.nobody') }, ...people]}
      value={value}
      onChange={(id) => onChange({ managerId: id === null ? undefined : id === nobody ? null : Number(id) })}
    />
  );
}
