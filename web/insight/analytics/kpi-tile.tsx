/** One key figure: what it means, how it is written, what is good news, and which rows it was counted from. */
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '../../api-types.ts';
import type { Formats } from '../../app/use-formats.ts';
import { useFormats } from '../../app/use-formats.ts';
import { Tile } from '../../ui/tile.tsx';
import { changeOf } from '../change.ts';
import type { Behind } from '../rows-behind.ts';
import { completedBehind, newBuyersBehind, ordersBehind, returnsBehind } from '../rows-behind.ts';
import style from './analytics.module.css';
import type { Scope } from './scope.ts';

type Kpis = AnswerOf<'GET /analytics/kpi'>;

export const fiveKpis = ['sales', 'conversion', 'averageCheck', 'processingHours', 'retention'] as const;
export const figuresBehind = ['orders', 'buyers', 'newBuyers', 'returned'] as const;
type Name = (typeof fiveKpis)[number] | (typeof figuresBehind)[number];

interface Manner {
  write(value: number, formats: Formats): string;
  good?: 'up' | 'down';
  /** Shares change by points, not by shares of shares. */
  points?: true;
  /** Absent where nothing here lists the rows: visits of a site. */
  rows?(behind: Behind): string;
}

const wholeMoney = (value: number, { money }: Formats) => money(value, undefined, { whole: true });
const count = (value: number, { number }: Formats) => number(value);
const share = (value: number, { percent }: Formats) => percent(value);

const manners: Record<Name, Manner> = {
  sales: { write: wholeMoney, good: 'up', rows: ordersBehind },
  conversion: { write: share, good: 'up', points: true },
  averageCheck: { write: wholeMoney, good: 'up', rows: ordersBehind },
  processingHours: { write: (value, { duration }) => duration(Math.round(value * 60) * 60), good: 'down', rows: completedBehind },
  retention: { write: share, good: 'up', points: true, rows: ordersBehind },
  orders: { write: count, good: 'up', rows: ordersBehind },
  buyers: { write: count, good: 'up', rows: ordersBehind },
  newBuyers: { write: count, good: 'up', rows: newBuyersBehind },
  returned: { write: wholeMoney, good: 'down', rows: returnsBehind },
};

interface KpiTileProps {
  name: Name;
  scope: Scope;
  kpis: Kpis | undefined;
}

export function KpiTile({ name, scope, kpis }: KpiTileProps) {
  const { t } = useTranslation('analytics');
  const formats = useFormats();
  const { write, good, points, rows } = manners[name];
  const { value = null, before = null, basis = 0 } = kpis?.[name] ?? {};
  const compared = scope.compare !== 'none';
  const difference = points && value !== null && before !== null ? value - before : null;
  return (
    <Tile
      title={t(`kpi.${name}`)}
      definition={t(`kpi.${name}Is`)}
      loading={!kpis}
      value={value === null ? null : write(value, formats)}
      change={compared ? (points ? difference : changeOf(value, before)) : null}
      points={points}
      good={good}
      before={before === null ? undefined : write(before, formats)}
      to={rows?.(scope)}
      note={kpis && <Basis name={name} known={value !== null} basis={basis} />}
    />
  );
}

/** On how much the figure rests, or why there is none. */
function Basis({ name, known, basis }: { name: Name; known: boolean; basis: number }) {
  const { t } = useTranslation('analytics');
  const { number } = useFormats();
  if (!known) return <span className={style.basis}>{t(`kpi.${name}None`, { defaultValue: '' })}</span>;
  if (name === 'orders' || name === 'buyers') return null;
  return <span className={style.basis}>{t(`kpi.${name}Basis`, { count: basis, shown: number(basis) })}</span>;
}
