/** How fresh the figures are: "as of 14:32", amber when that is longer ago than it should be. */
import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../app/use-formats.ts';
import { useNow } from '../app/use-now.ts';
import style from './fresh.module.css';

interface FreshProps {
  /** ISO time of the newest fact counted; null: nothing has been counted yet. */
  asOf: string | null;
  /** Seconds after which the figures count as late; 60 unless the room knows better. */
  lateAfter?: number;
}

export function Fresh({ asOf, lateAfter = 60 }: FreshProps) {
  const { t } = useTranslation('ui');
  const { time, dateTime, duration } = useFormats();
  const now = useNow();
  if (!asOf) return <span className={style.fresh}>{t('fresh.never')}</span>;
  const lag = (now - Date.parse(asOf)) / 1000;
  return (
    <Tooltip label={dateTime(asOf)}>
      <span className={style.fresh} data-tone={lag > lateAfter ? 'amber' : 'green'}>
        <i aria-hidden />
        {t('fresh.asOf', { time: lag > 86_400 ? dateTime(asOf) : time(asOf) })}
        {lag > lateAfter && lag <= 86_400 && ` · ${t('fresh.lag', { lag: duration(lag) })}`}
      </span>
    </Tooltip>
  );
}
