/** Views as tabs: the room's own, then those a person saved; a changed list offers to be saved. */
import { Button, Checkbox, CloseButton, Popover, TextInput } from '@mantine/core';
import { IconBookmarkPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRemembered } from '../../app/remembered.ts';
import type { Search } from '../../app/search-address.ts';
import { writeSearch } from '../../app/search-address.ts';
import type { ListState } from './list-state.ts';
import type { OwnViews, View } from './list-types.ts';
import style from './saved-views.module.css';

interface SavedViewsProps {
  name: string;
  views: readonly View[];
  own?: OwnViews;
  state: ListState;
}

const same = (one: Search, other: Search) => {
  const sorted = (search: Search) => Object.fromEntries(Object.entries(search).sort(([a], [b]) => a.localeCompare(b)));
  return writeSearch(sorted(one)) === writeSearch(sorted(other));
};

/** Views of lists whose server keeps none stay in this browser. */
function useLocalViews(name: string): OwnViews {
  const [views, keep] = useRemembered<View[]>(`views.${name}`, []);
  return {
    views,
    save: (title, search) => keep([...views, { key: crypto.randomUUID(), title, search }]),
    change: (view, search) => keep(views.map((one) => (one.key === view.key ? { ...one, search } : one))),
    drop: (view) => keep(views.filter((one) => one.key !== view.key)),
    mayChange: () => true,
    isShareable: false,
  };
}

export function SavedViews({ name, views, own, state }: SavedViewsProps) {
  const { t } = useTranslation('ui');
  const local = useLocalViews(name);
  const kept = own ?? local;
  const [last, setLast] = useState<string | null>(null);
  const all = [...views, ...kept.views];
  const current = all.find((view) => same(view.search, state.view));
  const changed = current ? undefined : kept.views.find((view) => view.key === last && kept.mayChange(view));
  if (all.length === 0) return null;
  return (
    <div className={style.bar}>
      <fieldset className={style.views} aria-label={t('list.views')}>
        {all.map((view) => (
          <ViewTab
            key={view.key}
            view={view}
            isCurrent={view === current}
            onShow={() => {
              setLast(view.key);
              state.show(view.search);
            }}
            onDrop={view === current && kept.views.includes(view) && kept.mayChange(view) ? () => void kept.drop(view) : undefined}
          />
        ))}
        {changed && (
          <Button size="compact-sm" variant="subtle" onClick={() => void kept.change(changed, state.view)}>
            {t('list.changeView', { view: changed.title })}
          </Button>
        )}
        {!current && <SaveView isShareable={kept.isShareable} onSave={(title, isShared) => void kept.save(title, state.view, isShared)} />}
      </fieldset>
    </div>
  );
}

interface ViewTabProps {
  view: View;
  isCurrent: boolean;
  onShow: () => void;
  onDrop: (() => void) | undefined;
}

function ViewTab({ view, isCurrent, onShow, onDrop }: ViewTabProps) {
  const { t } = useTranslation('ui');
  return (
    <span className={style.view} data-current={isCurrent || undefined}>
      <button type="button" aria-pressed={isCurrent} onClick={onShow}>
        {view.title}
      </button>
      {onDrop && <CloseButton size="xs" aria-label={t('list.dropView', { view: view.title })} onClick={onDrop} />}
    </span>
  );
}

interface SaveViewProps {
  isShareable: boolean;
  onSave: (title: string, isShared: boolean) => void;
}

function SaveView({ isShareable, onSave }: SaveViewProps) {
  const { t } = useTranslation('ui');
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState('');
  const [isShared, setShared] = useState(false);
  const save = (event: React.FormEvent) => {
    event.preventDefault();
    if (!title.trim()) return;
    onSave(title.trim(), isShared);
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
        <form className={style.form} onSubmit={save}>
          <div className={style.save}>
            <TextInput
              data-autofocus
              label={t('list.viewName')}
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
              maxLength={40}
            />
            <Button type="submit">{t('save')}</Button>
          </div>
          {isShareable && (
            <Checkbox
              size="xs"
              label={t('list.shareView')}
              checked={isShared}
              onChange={(event) => setShared(event.currentTarget.checked)}
            />
          )}
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
