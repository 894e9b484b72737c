/** The columns of the order list. */
import { Tooltip } from '@mantine/core';
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../../contract/orders.ts';
import { useApi } from '../../../api-hooks.ts';
import { useMay } from '../../../app/session.ts';
import { useFormats } from '../../../app/use-formats.ts';
import { Chip, StatusChip } from '../../../ui/chip.tsx';
import type { Column } from '../../../ui/data-list/list-types.ts';
import { Go } from '../../../ui/go.tsx';
import { Ago, At } from '../../../ui/moment.tsx';
import { Money } from '../../../ui/money.tsx';
import { useChannels } from '../../channels/channels.ts';
import { BuyerName } from '../buyer-name.tsx';
import { callingFlags } from '../order-flags.ts';
import { useStatusWords } from '../status-groups.ts';
import style from './orders.module.css';

export function useOrderColumns(): readonly Column<OrderRow>[] {
  const { t } = useTranslation('orders');
  return [
    { key: 'number', title: t('columns.number'), cell: (row) => <Number row={row} />, lead: true, sort: 'number', width: 170 },
    { key: 'status', title: t('columns.status'), cell: (row) => <Status row={row} />, width: 168 },
    { key: 'customer', title: t('columns.customer'), cell: (row) => <Buyer row={row} /> },
    { key: 'items', title: t('columns.items'), cell: (row) => <Items row={row} /> },
    { key: 'total', title: t('columns.total'), cell: totalCell, sort: 'total', align: 'end', width: 132 },
    { key: 'channel', title: t('columns.channel'), cell: (row) => <ChannelName id={row.channelId} />, width: 140 },
    { key: 'placedAt', title: t('columns.placedAt'), cell: (row) => <Ago at={row.placedAt} />, sort: 'placedAt', width: 130 },
    ...useMoreColumns(),
  ];
}

function useMoreColumns(): readonly Column<OrderRow>[] {
  const { t } = useTranslation('orders');
  const hidden = { hidden: true, width: 150 };
  return [
    { key: 'tags', title: t('columns.tags'), cell: (row) => <Tags tags={row.tags} />, ...hidden },
    { key: 'city', title: t('columns.city'), cell: (row) => row.city ?? '—', ...hidden },
    { key: 'region', title: t('columns.region'), cell: (row) => row.region ?? '—', ...hidden },
    { key: 'delivery', title: t('columns.delivery'), cell: deliveryCell, ...hidden },
    { key: 'payment', title: t('columns.payment'), cell: (row) => row.paymentMethod ?? '—', ...hidden },
    {
      key: 'paid',
      title: t('columns.paid'),
      cell: (row) => <Money amount={row.paidTotal} currency={row.currency} />,
      align: 'end',
      ...hidden,
    },
    { key: 'returned', title: t('columns.returned'), cell: returnedCell, align: 'end', ...hidden },
    { key: 'manager', title: t('columns.manager'), cell: (row) => <Manager id={row.managerId} />, ...hidden },
    { key: 'statusSince', title: t('columns.statusSince'), cell: (row) => <Ago at={row.statusSince} />, ...hidden },
    { key: 'updatedAt', title: t('columns.updatedAt'), cell: (row) => <At at={row.updatedAt} />, sort: 'updatedAt', ...hidden },
  ];
}

const totalCell = (row: OrderRow) => <Money amount={row.total} currency={row.currency} />;
const returnedCell = (row: OrderRow) => (row.returnedTotal ? <Money amount={row.returnedTotal} currency={row.currency} /> : '—');
const deliveryCell = (row: OrderRow) => [row.deliveryMethod, row.deliveryScheme].filter(Boolean).join(' · ') || '—';

function Number({ row }: { row: OrderRow }) {
  return (
    <span className={style.number}>
      {row.number}
      <FlagMark flags={row.flags} />
    </span>
  );
}

/** One sign however many flags: what they are is said on hover and on the card. */
export function FlagMark({ flags }: { flags: OrderRow['flags'] }) {
  const { t } = useTranslation('orders');
  const calling = flags.filter((flag) => callingFlags.includes(flag));
  if (calling.length === 0) return null;
  const says = calling.map((flag) => t(`flagNames.${flag}`)).join(', ');
  return (
    <Tooltip label={says}>
      <span role="img" aria-label={says} className={style.flag} data-tone="amber">
        <IconAlertTriangleFilled size={14} />
      </span>
    </Tooltip>
  );
}

function Status({ row }: { row: OrderRow }) {
  const statusWords = useStatusWords();
  return <StatusChip group={row.statusGroup}>{statusWords(row)}</StatusChip>;
}

function Buyer({ row: { customer } }: { row: OrderRow }) {
  if (!customer) return <BuyerName customer={customer} />;
  return (
    <Go to={`/customers/${customer.id}`} className={style.quiet}>
      <BuyerName customer={customer} />
    </Go>
  );
}

function Items({ row: { items } }: { row: OrderRow }) {
  const { number } = useFormats();
  if (!items.first) return '—';
  return (
    <span className={style.items}>
      <span>{items.first}</span>
      {items.lines > 1 ? <small>+{items.lines - 1}</small> : items.quantity !== 1 && <small>×{number(items.quantity, 3)}</small>}
    </span>
  );
}

function ChannelName({ id }: { id: number }) {
  return useChannels().nameOf(id) ?? '—';
}

function Tags({ tags }: { tags: readonly string[] }) {
  return tags.length > 0 ? tags.map((tag) => <Chip key={tag}>{tag}</Chip>) : '—';
}

function Manager({ id }: { id: number | null }) {
  const may = useMay();
  const { data } = useApi('GET /people', {}, { enabled: may('settings.read'), freshFor: 60_000 });
  return data?.find((person) => person.id === id)?.name ?? '—';
}
