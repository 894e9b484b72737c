/** The list with ten thousand made-up orders; `?state=empty|loading|problem` shows the other faces. */
import { Button } from '@mantine/core';
import { IconPrinter, IconTag } from '@tabler/icons-react';
import { useState } from 'react';
import { ApiProblem } from '../../api.ts';
import type { ListAnswer } from '../../api-hooks.ts';
import { StatusChip } from '../chip.tsx';
import { DataList } from '../data-list/data-list.tsx';
import type { ListState } from '../data-list/list-state.ts';
import { useListState } from '../data-list/list-state.ts';
import type { Column, Filter } from '../data-list/list-types.ts';
import { Empty } from '../empty.tsx';
import { Ago } from '../moment.tsx';
import { Money } from '../money.tsx';
import { Facts } from '../section.tsx';
import { toastDone } from '../toast.tsx';
import { statusTones } from '../tone.ts';
import type { SampleOrder } from './samples.ts';
import { sampleOrders, statusGroupNames } from './samples.ts';

const columns: readonly Column<SampleOrder>[] = [
  { key: 'number', title: 'Заказ', cell: (row) => row.number, lead: true, width: 150 },
  { key: 'status', title: 'Статус', cell: (row) => <StatusChip group={row.group}>{row.status}</StatusChip>, width: 150 },
  { key: 'buyer', title: 'Покупатель', cell: (row) => row.buyer },
  { key: 'channel', title: 'Канал', cell: (row) => row.channel, width: 150 },
  { key: 'total', title: 'Сумма', cell: (row) => <Money amount={row.total} />, sort: 'total', align: 'end', width: 130 },
  { key: 'placedAt', title: 'Создан', cell: (row) => <Ago at={row.placedAt} />, sort: 'placedAt', width: 140 },
  { key: 'id', title: 'Id', cell: (row) => row.id, hidden: true, align: 'end', width: 90 },
];

const filters: readonly Filter[] = [
  {
    key: 'status',
    title: 'Статус',
    kind: 'choice',
    options: statusGroupNames.map(([value, label]) => ({ value, label, tone: statusTones[value] })),
  },
  { key: 'placed', title: 'Создан', kind: 'period' },
  { key: 'total', title: 'Сумма', kind: 'range', unit: 'money' },
  { key: 'paid', title: 'Оплачен', kind: 'yes-no' },
  { key: 'city', title: 'Город', kind: 'text' },
];

export function ListShown() {
  const state = useListState({ sort: '-placedAt' });
  const answer = useSample(state);
  return (
    <DataList
      name="showroom"
      label="Заказы"
      state={state}
      answer={answer}
      columns={columns}
      rowId={(row) => row.id}
      filters={filters}
      searchHint="Номер заказа, покупатель"
      views={[
        { key: 'all', title: 'Все', search: {} },
        { key: 'new', title: 'Новые', search: { status: 'new' } },
        { key: 'big', title: 'Крупные', search: { total: '500000..', sort: '-total' } },
      ]}
      bulk={[
        { key: 'print', title: 'Напечатать', icon: IconPrinter, run: (rows) => toastDone(`${rows.length}`) },
        { key: 'tag', title: 'Пометить', icon: IconTag, run: (rows) => toastDone(`${rows.length}`) },
      ]}
      onExport={() => toastDone('orders.csv')}
      panel={(id, row) => <Details id={id} row={row} />}
      empty={<Empty title="Заказов ещё нет" text="Загрузите первый файл." action={<Button>Загрузить</Button>} />}
    />
  );
}

function Details({ id, row }: { id: string; row: SampleOrder | undefined }) {
  return (
    <>
      <h2>{row?.number ?? id}</h2>
      <Facts
        facts={[
          ['Покупатель', row?.buyer],
          ['Канал', row?.channel],
          ['Сумма', row && <Money amount={row.total} />],
        ]}
      />
    </>
  );
}

function useSample(state: ListState): ListAnswer<SampleOrder> {
  const [loaded, setLoaded] = useState(50);
  const face = state.one('state');
  const statuses = state.values('status');
  const { from = 0, to = Number.POSITIVE_INFINITY } = state.range('total');
  const found = sampleOrders.filter(
    (row) =>
      face === undefined &&
      (!statuses || statuses.includes(row.group)) &&
      row.total >= from &&
      row.total <= to &&
      `${row.number} ${row.buyer}`.toLocaleLowerCase().includes(state.q.toLocaleLowerCase()),
  );
  const by = state.sort?.includes('total') ? (row: SampleOrder) => row.total : (row: SampleOrder) => Date.parse(row.placedAt);
  const sign = state.sort?.startsWith('-') ? -1 : 1;
  return {
    rows: found.toSorted((one, other) => sign * (by(one) - by(other))).slice(0, loaded),
    total: found.length,
    loading: face === 'loading',
    refreshing: false,
    problem: face === 'problem' ? new ApiProblem(503, { title: 'База данных перезапускается. Повторите через минуту.' }) : null,
    more: found.length > loaded,
    loadingMore: false,
    loadMore: () => setLoaded(loaded + 50),
    retry: () => state.set({ state: undefined }),
  };
}
