/** The choices above the figures: period, channels, category, what to compare with. */
import { Button, Popover, Select } from '@mantine/core';
import { IconBuildingStore, IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api-hooks.ts';
import { useChannels } from '../../records/channels/channels.ts';
import { FilterOptions } from '../../ui/data-list/filter-options.tsx';
import { PeriodPicker } from '../../ui/period/period-picker.tsx';
import style from './analytics.module.css';
import type { Scope } from './scope.ts';
import { comparisons } from './scope.ts';

interface ScopeBarProps {
  scope: Scope;
  /** Where nothing on the page is compared. */
  withoutCompare?: boolean;
}

export function ScopeBar({ scope, withoutCompare }: ScopeBarProps) {
  const { t } = useTranslation('analytics');
  return (
    <fieldset className={style.bar} aria-label={t('scope.label')}>
      <ChannelChoice scope={scope} />
      <CategoryChoice scope={scope} />
      <PeriodPicker value={scope.period} onChange={(period) => scope.set({ period })} />
      {!withoutCompare && (
        <Select
          w={230}
          allowDeselect={false}
          aria-label={t('scope.compare')}
          data={comparisons.map((value) => ({ value, label: t(`compare.${value}`) }))}
          value={scope.compare}
          onChange={(compare) => scope.set({ compare: compare ?? undefined })}
        />
      )}
    </fieldset>
  );
}

function ChannelChoice({ scope: { channels: chosen, set } }: { scope: Scope }) {
  const { t } = useTranslation('analytics');
  const { channels, nameOf } = useChannels();
  const [only] = chosen;
  const words =
    only === undefined
      ? t('scope.allChannels')
      : chosen.length === 1
        ? (nameOf(Number(only)) ?? only)
        : t('scope.channels', { count: chosen.length });
  return (
    <Popover position="bottom-start" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconBuildingStore size={16} stroke={1.7} />}
          rightSection={<IconChevronDown size={15} />}
          aria-haspopup="dialog"
        >
          {words}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('scope.channel')}>
        <FilterOptions
          options={channels.map(({ id, name }) => ({ value: String(id), label: name }))}
          values={[...chosen]}
          onChange={(channel) => set({ channel: channel.length > 0 ? channel : undefined })}
          searchable={channels.length > 8}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function CategoryChoice({ scope: { category, set } }: { scope: Scope }) {
  const { t } = useTranslation('analytics');
  const { data = [] } = useApi('GET /categories', {}, { freshFor: 60_000 });
  if (data.length === 0 && !category) return null;
  return (
    <Select
      w={210}
      searchable
      clearable
      limit={200}
      aria-label={t('scope.category')}
      placeholder={t('scope.allCategories')}
      nothingFoundMessage={t('scope.noCategory')}
      data={data.map(({ id, path }) => ({ value: String(id), label: path }))}
      value={category ?? null}
      onChange={(chosen) => set({ category: chosen ?? undefined })}
    />
  );
}
