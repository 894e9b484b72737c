/** A product in the list of a phone. */
import type { ProductRow } from '../../../../contract/catalog.ts';
import { Money } from '../../../ui/money.tsx';
import { StockFigure } from '../stock-figure.tsx';
import { Thumb } from '../thumb.tsx';
import style from './products.module.css';

export function ProductLineCard({ row }: { row: ProductRow }) {
  return (
    <span className={style.card}>
      <Thumb url={row.imageUrl} size={40} />
      <b>{row.name}</b>
      <Money amount={row.price} currency={row.priceCurrency ?? undefined} />
      <span className={style.small}>{[row.sku, row.category?.path].filter(Boolean).join(' · ') || '—'}</span>
      <span className={style.small}>
        <StockFigure quantity={row.stock} />
      </span>
    </span>
  );
}
