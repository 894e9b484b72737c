/** Goods that orders speak of and the catalogue does not know, most ordered first: each is told apart once and for all (SYN-8). */
import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnknownProduct } from '../../../contract/orders.ts';
import { useApi } from '../../api-hooks.ts';
import { useMay } from '../../app/session.ts';
import { useFormats } from '../../app/use-formats.ts';
import { Empty } from '../../ui/empty.tsx';
import { Go } from '../../ui/go.tsx';
import { Ago } from '../../ui/moment.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SmallTable } from '../../ui/small-table.tsx';
import { useChannels } from '../channels/channels.ts';
import style from './card/card.module.css';
import { MapProduct } from './map-product.tsx';

export function UnknownProductsPage() {
  const { t } = useTranslation('catalog');
  const may = useMay();
  const { number } = useFormats();
  const { nameOf } = useChannels();
  const [mapping, setMapping] = useState<UnknownProduct | null>(null);
  const { data, error, refetch, isPending } = useApi('GET /products/unknown', { query: { limit: 200 } });
  const mapButton = (row: UnknownProduct) => (
    <Button size="compact-sm" variant="default" onClick={() => setMapping(row)}>
      {t('unknown.map')}
    </Button>
  );
  return (
    <Page title={t('unknown.title')} note={t('unknown.text')} crumbs={[{ title: t('list.title'), to: '/products' }]}>
      {isPending && <Skeleton height={220} />}
      {error && <ProblemNote problem={error} onRetry={refetch} />}
      {data && (
        <SmallTable
          label={t('unknown.title')}
          rows={data}
          rowId={({ channelId, externalId }) => `${channelId} ${externalId}`}
          columns={[
            { key: 'name', title: t('columns.name'), cell: (row) => <Named row={row} /> },
            { key: 'channel', title: t('filters.channel'), cell: ({ channelId }) => nameOf(channelId) ?? '—', width: 170 },
            { key: 'orders', title: t('unknown.orders'), align: 'end', cell: ({ orders }) => number(orders), width: 100 },
            { key: 'quantity', title: t('unknown.quantity'), align: 'end', cell: ({ quantity }) => number(quantity, 3), width: 100 },
            { key: 'last', title: t('unknown.lastOrder'), cell: ({ lastOrderAt }) => <Ago at={lastOrderAt} />, width: 140 },
            ...(may('catalog.write') ? [{ key: 'map', title: '', align: 'end' as const, cell: mapButton, width: 130 }] : []),
          ]}
          empty={<Empty title={t('unknown.none')} text={t('unknown.noneText')} action={<Go to="/products">{t('list.title')}</Go>} />}
        />
      )}
      {mapping && <MapProduct goods={mapping} onClose={() => setMapping(null)} />}
    </Page>
  );
}

function Named({ row }: { row: UnknownProduct }) {
  return (
    <span className={style.named}>
      <span>{row.name}</span>
      <small>{row.externalId}</small>
    </span>
  );
}
