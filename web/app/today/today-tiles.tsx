/** The day so far beside a usual one, yesterday, and the week. */
import { useTranslation } from 'react-i18next';
import { changeOf } from '../../insight/change.ts';
import { ordersBehind } from '../../insight/rows-behind.ts';
import { Tile, Tiles } from '../../ui/tile.tsx';
import { useFormats } from '../use-formats.ts';
import type { Month } from './month.ts';
import { recentOf } from './month.ts';
import style from './today.module.css';
import type { Today } from './today.ts';

interface TodayTilesProps {
  today: Today | undefined;
  month: Month | undefined;
}

export function TodayTiles({ today, month }: TodayTilesProps) {
  const { t } = useTranslation('today');
  const { money } = useFormats();
  const recent = month && recentOf(month);
  const whole = (amount: number) => money(amount, undefined, { whole: true });
  return (
    <Tiles>
      <SoFar today={today} figure="sales" write={whole} />
      <SoFar today={today} figure="orders" />
      {(['yesterday', 'week'] as const).map((name) => {
        const figure = recent?.[name];
        return (
          <Tile
            key={name}
            title={t(`tile.${name}`)}
            definition={t(`tile.${name}Is`)}
            loading={!figure}
            value={figure ? whole(figure.value) : null}
            change={figure?.change}
            good="up"
            before={figure && whole(figure.before)}
            to={figure && ordersBehind(figure)}
            note={
              figure &&
              figure.before !== 0 && <span className={style.usual}>{t(`tile.${name}Usual`, { value: whole(figure.before) })}</span>
            }
          />
        );
      })}
    </Tiles>
  );
}

interface SoFarProps {
  today: Today | undefined;
  figure: 'sales' | 'orders';
  write?: (value: number) => string;
}

function SoFar({ today, figure, write }: SoFarProps) {
  const { t } = useTranslation('today');
  const { number } = useFormats();
  const show = write ?? ((value: number) => number(value, 1));
  const { value = null, before = null } = today?.[figure] ?? {};
  return (
    <Tile
      title={t(`tile.${figure}`)}
      definition={t(`tile.${figure}Is`)}
      loading={!today}
      value={value === null ? null : show(value)}
      change={changeOf(value, before)}
      good="up"
      before={before === null ? undefined : show(before)}
      to={today && ordersBehind({ from: today.day, to: today.day })}
      note={today && <span className={style.usual}>{before === null ? t('tile.noUsual') : t('tile.usual', { value: show(before) })}</span>}
    />
  );
}
