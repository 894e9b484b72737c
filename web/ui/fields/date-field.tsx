/** A date, typed `22.11.2026` or chosen from a calendar; `YYYY-MM-DD` outside. */
import '@mantine/dates/styles.css';
import 'dayjs/locale/ru';
import 'dayjs/locale/uk';
import type { DateInputProps } from '@mantine/dates';
import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../app/session.ts';
import { useFormats } from '../../app/use-formats.ts';
import { readDate } from './read-date.ts';

interface DateFieldProps extends Omit<DateInputProps, 'value' | 'onChange'> {
  value?: string | null;
  onChange: (date: string | null) => void;
}

export function DateField({ value, onChange, ...rest }: DateFieldProps) {
  const { t } = useTranslation('ui');
  const { language } = useFormats();
  const firstDay = (useWorkspace()?.weekStart ?? 1) % 7;
  return (
    <DateInput
      clearable
      weekendDays={[]}
      clearButtonProps={{ 'aria-label': t('list.clear') }}
      ariaLabels={{
        nextMonth: t('calendar.next'),
        previousMonth: t('calendar.previous'),
      }}
      locale={language}
      valueFormat="DD.MM.YYYY"
      dateParser={readDate}
      firstDayOfWeek={firstDay as 0 | 1 | 2 | 3 | 4 | 5 | 6}
      {...rest}
      value={value}
      onChange={(date) => onChange(date)}
    />
  );
}
