/** Which group each status of each channel belongs to, and how people here call it (ORD-2). Orders follow in the background. */
import { Select, Skeleton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderStatus } from '../../../contract/orders.ts';
import type { StatusGroup } from '../../../contract/records.ts';
import { useApi, useSend } from '../../api-hooks.ts';
import type { BodyOf } from '../../api-types.ts';
import { useMay } from '../../app/session.ts';
import { useFormats } from '../../app/use-formats.ts';
import { Chip, StatusChip } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Go } from '../../ui/go.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { SmallTable } from '../../ui/small-table.tsx';
import { toastDone, toastProblem } from '../../ui/toast.tsx';
import { useChannels } from '../channels/channels.ts';
import { useStatusGroups, useStatusWords } from './status-groups.ts';

export function StatusesPage() {
  const { t } = useTranslation('orders');
  const { nameOf } = useChannels();
  const { data, error, isPending, refetch } = useApi('GET /statuses', {});
  const byChannel = [...Map.groupBy(data ?? [], ({ channelId }) => channelId)];
  return (
    <Page title={t('statuses.title')} note={t('statuses.text')} slim>
      {isPending && <Skeleton height={240} />}
      {error && <ProblemNote problem={error} onRetry={refetch} />}
      {data?.length === 0 && <Empty title={t('statuses.none')} text={t('statuses.noneText')} />}
      {byChannel.map(([channelId, statuses]) => (
        <Section key={channelId} title={nameOf(channelId) ?? '—'}>
          <Statuses statuses={statuses} label={nameOf(channelId) ?? ''} />
        </Section>
      ))}
    </Page>
  );
}

function Statuses({ statuses, label }: { statuses: readonly OrderStatus[]; label: string }) {
  const { t } = useTranslation('orders');
  const { number } = useFormats();
  return (
    <SmallTable
      label={label}
      rows={statuses}
      rowId={({ id }) => id}
      columns={[
        { key: 'code', title: t('statuses.code'), cell: (status) => <Code status={status} /> },
        { key: 'name', title: t('statuses.name'), cell: (status) => <Name key={status.name} status={status} />, width: 230 },
        { key: 'group', title: t('filters.statusGroup'), cell: (status) => <Group status={status} />, width: 190 },
        {
          key: 'orders',
          title: t('list.title'),
          align: 'end',
          cell: ({ channelId, code, orders }) => (
            <Go to={`/orders?channel=${channelId}&status=${encodeURIComponent(code)}`}>{number(orders)}</Go>
          ),
          width: 90,
        },
      ]}
    />
  );
}

function Code({ status: { code, known } }: { status: OrderStatus }) {
  const { t } = useTranslation('orders');
  return (
    <span style={{ display: 'inline-flex', gap: 8, alignItems: 'center' }}>
      {code}
      {!known && <Chip tone="amber">{t('statuses.unknown')}</Chip>}
    </span>
  );
}

function useChange({ id, name, statusGroup, code }: OrderStatus) {
  const { t } = useTranslation('orders');
  const send = useSend('PATCH /statuses/:id', { touches: ['orders', 'jobs'] });
  const put = (body: BodyOf<'PATCH /statuses/:id'>) => send.mutateAsync({ params: { id }, body }).catch(toastProblem);
  return async (body: BodyOf<'PATCH /statuses/:id'>) => {
    const changed = await put(body);
    if (typeof changed !== 'object') return;
    const undo = () => put(body.statusGroup === undefined ? { name } : { statusGroup });
    toastDone(changed.jobId ? t('statuses.moved', { status: code }) : t('card.saved'), { undo });
  };
}

function Name({ status }: { status: OrderStatus }) {
  const { t } = useTranslation('orders');
  const may = useMay()('settings.write');
  const words = useStatusWords();
  const change = useChange(status);
  const [name, setName] = useState(status.name ?? '');
  if (!may) return status.name ?? '—';
  const save = () => {
    if (name.trim() !== (status.name ?? '')) void change({ name: name.trim() || null });
  };
  return (
    <TextInput
      size="xs"
      aria-label={t('statuses.nameOf', { status: status.code })}
      placeholder={words({ status: status.code, statusName: null, statusGroup: null })}
      value={name}
      maxLength={120}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  );
}

function Group({ status }: { status: OrderStatus }) {
  const { t } = useTranslation('orders');
  const may = useMay()('settings.write');
  const groups = useStatusGroups();
  const change = useChange(status);
  const label = groups.find(({ value }) => value === status.statusGroup)?.label;
  if (!may) return <StatusChip group={status.statusGroup}>{label}</StatusChip>;
  return (
    <Select
      size="xs"
      aria-label={t('statuses.groupOf', { status: status.code })}
      allowDeselect={false}
      data={groups.map(({ value, label: title }) => ({ value, label: title }))}
      value={status.statusGroup}
      onChange={(group) => group && void change({ statusGroup: group as StatusGroup })}
      renderOption={({ option }) => <StatusChip group={option.value as StatusGroup}>{option.label}</StatusChip>}
    />
  );
}
