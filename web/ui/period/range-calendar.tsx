/** Two clicks on a calendar make a period. Loaded only when someone wants own dates. */
import '@mantine/dates/styles.css';
import 'dayjs/locale/ru';
import 'dayjs/locale/uk';
import { DatePicker } from '@mantine/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../app/session.ts';
import { useFormats } from '../../app/use-formats.ts';
import type { Period } from './period.ts';

interface RangeCalendarProps {
  period: Period | null;
  onChange: (period: Period) => void;
}

export function RangeCalendar({ period, onChange }: RangeCalendarProps) {
  const { t } = useTranslation('ui');
  const { language } = useFormats();
  const firstDay = (useWorkspace()?.weekStart ?? 1) % 7;
  const [range, setRange] = useState<[string | null, string | null]>([period?.from ?? null, period?.to ?? null]);
  const choose = ([from, to]: [string | null, string | null]) => {
    setRange([from, to]);
    if (from && to) onChange({ from, to });
  };
  return (
    <DatePicker
      type="range"
      size="sm"
      allowSingleDateInRange
      hideOutsideDates
      weekendDays={[]}
      ariaLabels={{
        nextMonth: t('calendar.next'),
        previousMonth: t('calendar.previous'),
      }}
      locale={language}
      firstDayOfWeek={firstDay as 0 | 1 | 2 | 3 | 4 | 5 | 6}
      defaultDate={period?.to}
      value={range}
      onChange={choose}
    />
  );
}
