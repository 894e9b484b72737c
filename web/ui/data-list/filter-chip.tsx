/** A filter in force: says what it keeps, opens to be changed, leaves by its cross. A fresh one opens by itself. */
import { CloseButton, Popover } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterEditor } from './filter-editor.tsx';
import { useFilterWords } from './filter-words.ts';
import type { ListState } from './list-state.ts';
import type { Filter } from './list-types.ts';
import style from './search-line.module.css';

interface FilterChipProps {
  filter: Filter;
  state: ListState;
  fresh: boolean;
  /** The chip was filled in, or left empty. */
  onSettled: () => void;
}

export function FilterChip({ filter, state, fresh, onSettled }: FilterChipProps) {
  const { t } = useTranslation('ui');
  const [open, setOpen] = useState(fresh);
  const words = useFilterWords(filter, state.values(filter.key));
  const close = () => {
    setOpen(false);
    onSettled();
  };
  const drop = () => {
    state.set({ [filter.key]: undefined });
    onSettled();
  };
  return (
    <Popover opened={open} onChange={(now) => !now && close()} position="bottom-start" trapFocus>
      <span className={style.chip}>
        <Popover.Target>
          <button type="button" className={style.edit} onClick={() => setOpen(!open)}>
            <b>{filter.title}:</b>
            <span>{words}</span>
          </button>
        </Popover.Target>
        <CloseButton size="xs" mr={3} className={style.drop} aria-label={t('list.dropFilter', { filter: filter.title })} onClick={drop} />
      </span>
      <Popover.Dropdown aria-label={filter.title}>
        <FilterEditor
          filter={filter}
          values={state.values(filter.key) ?? []}
          onChange={(values) => state.set({ [filter.key]: values.length > 0 ? values : undefined })}
          onClose={close}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
