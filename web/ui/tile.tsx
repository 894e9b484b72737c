/** A figure like a price label on a shelf: what it is, how much, how it changed; a click opens the rows behind it. */
import { Skeleton } from '@mantine/core';
import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../app/use-formats.ts';
import { Definition } from './definition.tsx';
import { Go } from './go.tsx';
import style from './tile.module.css';

interface TileProps {
  title: string;
  /** Formatted. Null: no data, which is said in words and never shown as 0. */
  value: ReactNode | null;
  /** What exactly is counted. */
  definition: string;
  /** Share of change against the period before: 0.12 is +12 %. */
  change?: number | null;
  /** The change is between shares, told in points: 0.021 is +2.1 points. */
  points?: boolean;
  /** Which direction is good news; absent: neither. */
  good?: 'up' | 'down';
  /** What the change is measured against: the value before. */
  before?: string;
  /** Address of the rows behind the figure: `/orders?placed=30d`. */
  to?: string;
  note?: ReactNode;
  loading?: boolean;
}

export function Tile({ title, value, definition, change, points, good, before, to, note, loading }: TileProps) {
  const { t } = useTranslation('ui');
  return (
    <div className={style.tile}>
      <div className={style.title}>
        <Definition says={definition}>{title}</Definition>
      </div>
      {loading ? (
        <Skeleton height={28} width="60%" my={4} />
      ) : value === null ? (
        <div className={style.none}>{t('noData')}</div>
      ) : to ? (
        <Go to={to} className={style.value} title={t('tile.open')}>
          {value}
        </Go>
      ) : (
        <div className={style.value}>{value}</div>
      )}
      <div className={style.foot}>
        {!loading && change !== undefined && change !== null && <Change share={change} points={points} good={good} before={before} />}
        {note}
      </div>
    </div>
  );
}

type ChangeProps = Pick<TileProps, 'points' | 'good' | 'before'> & { share: number };

function Change({ share, points, good, before }: ChangeProps) {
  const { t } = useTranslation('ui');
  const { change, number } = useFormats();
  const up = share > 0;
  const tone = !good || share === 0 ? 'grey' : (good === 'up') === up ? 'green' : 'red';
  const Arrow = up ? IconArrowUpRight : IconArrowDownRight;
  return (
    <span className={style.change} data-tone={tone} title={before && t('tile.before', { value: before })}>
      {share !== 0 && <Arrow size={14} stroke={2} aria-hidden />}
      {points ? t('tile.points', { value: `${up ? '+' : ''}${number(share * 100, 1)}` }) : change(share)}
    </span>
  );
}

/** Tiles side by side, as many as fit. */
export function Tiles({ children }: { children: ReactNode }) {
  return <div className={style.tiles}>{children}</div>;
}
