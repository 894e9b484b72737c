/** Views as tabs: the room's own, then those a person saved; a changed list offers to be saved. */
import { Button, CloseButton, Popover, TextInput } from '@mantine/core';
import { IconBookmarkPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRemembered } from '../../app/remembered.ts';
import type { Search } from '../../app/search-address.ts';
import { writeSearch } from '../../app/search-address.ts';
import type { ListState } from './list-state.ts';
import type { View } from './list-types.ts';
import style from './saved-views.module.css';

interface SavedViewsProps {
  name: string;
  views: readonly View[];
  state: ListState;
}

const same = (one: Search, other: Search) => {
  const sorted = (search: Search) => Object.fromEntries(Object.entries(search).sort(([a], [b]) => a.localeCompare(b)));
  return writeSearch(sorted(one)) === writeSearch(sorted(other));
};

export function SavedViews({ name, views, state }: SavedViewsProps) {
  const { t } = useTranslation('ui');
  const [own, setOwn] = useRemembered<View[]>(`views.${name}`, []);
  const all = [...views, ...own];
  const current = all.find((view) => same(view.search, state.view));
  if (all.length === 0) return null;
  return (
    <div className={style.bar}>
      <fieldset className={style.views} aria-label={t('list.views')}>
        {all.map((view) => (
          <span key={view.key} className={style.view} data-current={view === current || undefined}>
            <button type="button" aria-pressed={view === current} onClick={() => state.show(view.search)}>
              {view.title}
            </button>
            {view === current && own.includes(view) && (
              <CloseButton
                size="xs"
                aria-label={t('list.dropView', { view: view.title })}
                onClick={() => setOwn(own.filter((one) => one !== view))}
              />
            )}
          </span>
        ))}
        {!current && <SaveView onSave={(title) => setOwn([...own, { key: crypto.randomUUID(), title, search: state.view }])} />}
      </fieldset>
    </div>
  );
}

function SaveView({ onSave }: { onSave: (title: string) => void }) {
  const { t } = useTranslation('ui');
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState('');
  const save = (event: React.FormEvent) => {
    event.preventDefault();
    if (!title.trim()) return;
    onSave(title.trim());
    setOpen(false);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="subtle" leftSection={<IconBookmarkPlus size={15} />} onClick={() => setOpen(!open)}>
          {t('list.saveView')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('list.saveView')}>
        <form className={style.save} onSubmit={save}>
          <TextInput
            data-autofocus
            label={t('list.viewName')}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
            maxLength={40}
          />
          <Button type="submit">{t('save')}</Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
