/** A level of stock in the list of a phone. */
import type { StockLevel } from '../../../contract/stock.ts';
import { StockFigure } from '../catalog/stock-figure.tsx';
import style from './stock.module.css';

export function StockLineCard({ row }: { row: StockLevel }) {
  return (
    <span className={style.card}>
      <b>{row.productName ?? row.externalId}</b>
      <StockFigure quantity={row.free} />
      <span className={style.small}>{row.warehouse.name}</span>
    </span>
  );
}
