/** The inside of the period picker and of period filters: presets at once, own dates on a calendar that loads when wanted. */
import { Button, Loader } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/use-formats.ts';
import { isPreset, presets, resolvePeriod, todayIn } from './period.ts';
import style from './period-choice.module.css';

const RangeCalendar = lazy(() => import('./range-calendar.tsx').then((module) => ({ default: module.RangeCalendar })));

interface PeriodChoiceProps {
  value: string;
  onChange: (value: string) => void;
}

export function PeriodChoice({ value, onChange }: PeriodChoiceProps) {
  const { t } = useTranslation('ui');
  const { timeZone } = useFormats();
  const [own, setOwn] = useState(value !== '' && !isPreset(value));
  return (
    <div className={style.choice}>
      <fieldset className={style.presets} aria-label={t('period.label')}>
        {presets.map((preset) => (
          <Button
            key={preset}
            size="compact-sm"
            variant={value === preset ? 'light' : 'subtle'}
            color={value === preset ? undefined : 'gray'}
            justify="flex-start"
            aria-pressed={value === preset}
            onClick={() => onChange(preset)}
          >
            {t(`period.${preset}`)}
          </Button>
        ))}
        <Button
          size="compact-sm"
          variant={own ? 'light' : 'subtle'}
          color={own ? undefined : 'gray'}
          justify="flex-start"
          aria-expanded={own}
          onClick={() => setOwn(true)}
        >
          {t('period.own')}
        </Button>
      </fieldset>
      {own && (
        <Suspense fallback={<Loader m="xl" />}>
          <RangeCalendar period={resolvePeriod(value, todayIn(timeZone))} onChange={({ from, to }) => onChange(`${from}..${to}`)} />
        </Suspense>
      )}
    </div>
  );
}
