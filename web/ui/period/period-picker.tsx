/** Chooses a period: presets, own dates, and whether to compare with the one before. */
import { Button, Checkbox, Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendar, IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/use-formats.ts';
import { isPreset, resolvePeriod, todayIn } from './period.ts';
import { PeriodChoice } from './period-choice.tsx';

interface PeriodPickerProps {
  /** `30d`, `month` or `2026-01-01..2026-01-31`. */
  value: string;
  onChange: (value: string) => void;
  /** Absent: no comparison is offered. */
  compare?: boolean;
  onCompare?: (compare: boolean) => void;
}

/** How a period is called on a button: its preset, or its dates. */
export function usePeriodWords(): (value: string) => string {
  const { t } = useTranslation('ui');
  const { date, timeZone } = useFormats();
  return (value) => {
    if (isPreset(value)) return t(`period.${value}`);
    const period = resolvePeriod(value, todayIn(timeZone));
    return period ? `${date(period.from)} – ${date(period.to)}` : t('period.any');
  };
}

export function PeriodPicker({ value, onChange, compare, onCompare }: PeriodPickerProps) {
  const { t } = useTranslation('ui');
  const words = usePeriodWords();
  const [open, { toggle, close }] = useDisclosure(false);
  const choose = (next: string) => {
    onChange(next);
    close();
  };
  return (
    <Popover opened={open} onChange={(now) => !now && close()} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconCalendar size={16} stroke={1.7} />}
          rightSection={<IconChevronDown size={15} />}
          onClick={toggle}
          aria-haspopup="dialog"
          aria-expanded={open}
        >
          {words(value)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('period.label')}>
        <PeriodChoice value={value} onChange={choose} />
        {onCompare && (
          <Checkbox
            mt="sm"
            size="xs"
            label={t('period.compare')}
            checked={compare ?? false}
            onChange={(event) => onCompare(event.currentTarget.checked)}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
