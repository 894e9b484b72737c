/** The columns of the customer list. */
import { Tooltip } from '@mantine/core';
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CustomerRow } from '../../../../contract/customers.ts';
import { useFormats } from '../../../app/use-formats.ts';
import { Chip } from '../../../ui/chip.tsx';
import type { Column } from '../../../ui/data-list/list-types.ts';
import { formatPhone } from '../../../ui/fields/phone.ts';
import { Go } from '../../../ui/go.tsx';
import { Ago } from '../../../ui/moment.tsx';
import { Money } from '../../../ui/money.tsx';
import { useChannels } from '../../channels/channels.ts';
import { CustomerName } from '../customer-name.tsx';

export function useCustomerColumns(): readonly Column<CustomerRow>[] {
  const { t } = useTranslation('customers');
  const hidden = { hidden: true, width: 150 };
  return [
    { key: 'name', title: t('columns.name'), cell: (row) => <CustomerName customer={row} />, lead: true, sort: 'name', width: 240 },
    { key: 'contacts', title: t('columns.contacts'), cell: (row) => <Contacts row={row} />, width: 250 },
    { key: 'city', title: t('columns.city'), cell: (row) => row.city ?? '—' },
    {
      key: 'orders',
      title: t('columns.orders'),
      cell: (row) => <Orders row={row} />,
      sort: 'orders',
      align: 'end',
      width: 100,
      definition: t('defs.orders'),
    },
    {
      key: 'spent',
      title: t('columns.spent'),
      cell: (row) => <Money amount={row.spentBase} />,
      sort: 'spent',
      align: 'end',
      width: 140,
      definition: t('defs.spent'),
    },
    {
      key: 'lastOrder',
      title: t('columns.lastOrder'),
      cell: (row) => (row.lastOrderAt ? <Ago at={row.lastOrderAt} /> : '—'),
      sort: 'lastOrder',
      width: 140,
    },
    { key: 'channels', title: t('columns.channels'), cell: (row) => <Channels ids={row.channelIds} />, width: 160 },
    { key: 'tags', title: t('columns.tags'), cell: (row) => <Tags tags={row.tags} />, ...hidden },
    { key: 'company', title: t('columns.company'), cell: (row) => row.company?.name ?? '—', ...hidden },
    { key: 'region', title: t('columns.region'), cell: (row) => row.region ?? '—', ...hidden },
    { key: 'sex', title: t('columns.sex'), cell: (row) => (row.sex ? t(`sexes.${row.sex}`) : '—'), ...hidden },
    { key: 'source', title: t('columns.source'), cell: (row) => row.acquiredFrom ?? '—', ...hidden },
    { key: 'id', title: t('columns.id'), cell: (row) => row.id, sort: 'id', align: 'end', hidden: true, width: 90 },
  ];
}

function Contacts({ row }: { row: CustomerRow }) {
  const { t } = useTranslation('customers');
  const known = [row.email, row.phone && formatPhone(row.phone)].filter(Boolean).join(' · ');
  return (
    <span style={{ display: 'inline-flex', gap: 6, alignItems: 'center', minWidth: 0 }}>
      <span style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>{known || <span className="dim">{t('notContactable')}</span>}</span>
      {row.problems.length > 0 && <ProblemMark problems={row.problems} />}
    </span>
  );
}

function ProblemMark({ problems }: { problems: CustomerRow['problems'] }) {
  const { t } = useTranslation('customers');
  const says = problems.map((problem) => t(`problem-names.${problem}`)).join(', ');
  return (
    <Tooltip label={says}>
      <span role="img" aria-label={says} data-tone="amber" style={{ color: 'var(--tone-ink)', display: 'inline-flex' }}>
        <IconAlertTriangleFilled size={14} />
      </span>
    </Tooltip>
  );
}

function Orders({ row }: { row: CustomerRow }) {
  const { number } = useFormats();
  return row.ordersCount === 0 ? '0' : <Go to={`/orders?customer=${row.id}`}>{number(row.ordersCount)}</Go>;
}

function Channels({ ids }: { ids: readonly number[] }) {
  const { t } = useTranslation('customers');
  const { nameOf } = useChannels();
  return ids.map((id) => nameOf(id) ?? t('byHand')).join(', ') || '—';
}

function Tags({ tags }: { tags: readonly string[] }) {
  return tags.length > 0 ? tags.map((tag) => <Chip key={tag}>{tag}</Chip>) : '—';
}
