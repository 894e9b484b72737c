/** Where the last order is long ago, as after loading an old archive: says so, and leads to where the figures are. */
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Go } from '../../ui/go.tsx';
import { addDays } from '../../ui/period/period.ts';
import { useFormats } from '../use-formats.ts';
import style from './today.module.css';
import type { Today } from './today.ts';

const quietDays = 30;

export function LongSilence({ today: { day, latest } }: { today: Today }) {
  const { t } = useTranslation('today');
  const { date } = useFormats();
  if (!latest || latest > addDays(day, -quietDays)) return null;
  return (
    <p className={style.silence} data-tone="amber">
      <IconHistory size={18} stroke={1.7} aria-hidden />
      <span>{t('silence.text', { date: date(latest), days: quietDays })}</span>
      <Go to={`/analytics?period=${addDays(latest, -89)}..${latest}`}>{t('silence.go')}</Go>
    </p>
  );
}
