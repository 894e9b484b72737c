/** One box for words and filters: chips of what is in force, then the text, then what else can be filtered. */
import { CloseButton, Loader, Menu } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFilterPlus, IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterChip } from './filter-chip.tsx';
import type { ListState } from './list-state.ts';
import type { Filter } from './list-types.ts';
import style from './search-line.module.css';

interface SearchLineProps {
  state: ListState;
  filters: readonly Filter[];
  hint: string | undefined;
}

export function SearchLine({ state, filters, hint }: SearchLineProps) {
  const [fresh, setFresh] = useState<string | null>(null);
  const inForce = filters.filter(({ key }) => state.filters.includes(key) || key === fresh);
  const rest = filters.filter((filter) => !inForce.includes(filter));
  if (!hint && filters.length === 0) return null;
  return (
    <div className={style.line} data-bare={!hint || undefined}>
      {hint && <IconSearch size={16} stroke={1.8} className={style.icon} aria-hidden />}
      {inForce.map((filter) => (
        <FilterChip key={filter.key} filter={filter} state={state} fresh={filter.key === fresh} onSettled={() => setFresh(null)} />
      ))}
      {hint && <SearchText state={state} hint={hint} last={inForce.at(-1)?.key} />}
      {rest.length > 0 && <AddFilter filters={rest} onAdd={setFresh} />}
    </div>
  );
}

function SearchText({ state, hint, last }: { state: ListState; hint: string; last: string | undefined }) {
  const [text, setText] = useState(state.q);
  const typed = useRef(state.q);
  const send = useDebouncedCallback((q: string) => {
    typed.current = q;
    state.set({ q: q || undefined });
  }, 180);
  // A view or the back button changes the words from outside; one's own typing is never overwritten.
  useEffect(() => {
    if (state.q !== typed.current) setText(state.q);
    typed.current = state.q;
  }, [state.q]);
  const type = (next: string) => {
    setText(next);
    send(next.trim());
  };
  return (
    <>
      <input
        type="search"
        className={style.text}
        value={text}
        placeholder={hint}
        aria-label={hint}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Backspace' && text === '' && last) state.set({ [last]: undefined });
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      {text.trim() !== state.q && <Loader size={14} type="oval" />}
      {text && <Clear onClick={() => type('')} />}
    </>
  );
}

function Clear({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation('ui');
  return <CloseButton size="sm" aria-label={t('list.clear')} onClick={onClick} />;
}

function AddFilter({ filters, onAdd }: { filters: readonly Filter[]; onAdd: (key: string) => void }) {
  const { t } = useTranslation('ui');
  return (
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <button type="button" className={style.add}>
          <IconFilterPlus size={16} stroke={1.7} aria-hidden />
          <span>{t('list.addFilter')}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {filters.map((filter) => (
          <Menu.Item key={filter.key} leftSection={filter.icon && <filter.icon size={16} stroke={1.6} />} onClick={() => onAdd(filter.key)}>
            {filter.title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
