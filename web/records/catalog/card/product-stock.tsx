/** How much of a product lies in each warehouse, and how much of it is promised already. */
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api-hooks.ts';
import { useFormats } from '../../../app/use-formats.ts';
import { Section } from '../../../ui/section.tsx';
import { SmallTable } from '../../../ui/small-table.tsx';
import { useChannels } from '../../channels/channels.ts';
import { StockFigure } from '../stock-figure.tsx';
import style from './card.module.css';

export function ProductStock({ id }: { id: number }) {
  const { t } = useTranslation('catalog');
  const { number } = useFormats();
  const { nameOf } = useChannels();
  const { data } = useApi('GET /stock', { query: { product: [id], limit: 200 } });
  const rows = data?.rows ?? [];
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0);
  return (
    <Section title={t('card.stock')}>
      <SmallTable
        label={t('card.stock')}
        rows={rows}
        rowId={(row) => row.id}
        columns={[
          {
            key: 'warehouse',
            title: t('stock.warehouse'),
            cell: (row) => (
              <span className={style.named}>
                <span>{row.warehouse.name}</span>
                <small>{nameOf(row.channelId)}</small>
              </span>
            ),
          },
          { key: 'reserved', title: t('stock.reserved'), align: 'end', cell: (row) => (row.reserved ? number(row.reserved, 3) : '—') },
          { key: 'free', title: t('stock.free'), align: 'end', cell: (row) => <StockFigure quantity={row.free} /> },
        ]}
        foot={
          rows.length > 1
            ? {
                warehouse: t('stock.total'),
                reserved: number(
                  sum((row) => row.reserved),
                  3,
                ),
                free: number(
                  sum((row) => row.free),
                  3,
                ),
              }
            : undefined
        }
        empty={<span className="dim">{t('stock.unknown')}</span>}
      />
    </Section>
  );
}
