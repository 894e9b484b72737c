/** The open search: one line, results in groups, arrows and Enter. */
import { Combobox, Loader, Modal, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Found } from '../found.ts';
import type { SearchSource } from '../search-sources.ts';
import { searchSources } from '../search-sources.ts';
import { useMay } from '../session.ts';
import { useVisibleMenu } from '../visible-menu.ts';
import style from './search-panel.module.css';
import { searchSwitch } from './switches.ts';

interface Group {
  key: string;
  found: (Found & { Icon: SearchSource['icon'] })[];
}

export function SearchPanel() {
  const { t } = useTranslation();
  const router = useRouter();
  const [text, setText] = useState('');
  const combobox = useCombobox({ opened: true, onDropdownClose: () => searchSwitch.set(false) });
  const { selectFirstOption } = combobox;
  const { groups, asking } = useFound(text.trim());
  useEffect(() => void selectFirstOption(), [groups, selectFirstOption]);
  const close = () => searchSwitch.set(false);
  const go = (to: string) => {
    close();
    void router.navigate({ href: to });
  };
  return (
    <Modal
      opened
      onClose={close}
      withCloseButton={false}
      size={580}
      yOffset="12vh"
      centered={false}
      padding={0}
      title={t('frame.search')}
      classNames={{ header: style.unseen }}
    >
      <Combobox store={combobox} onOptionSubmit={go}>
        <Combobox.EventsTarget>
          <TextInput
            data-autofocus
            size="lg"
            variant="unstyled"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            placeholder={t('search.placeholder')}
            aria-label={t('frame.search')}
            leftSection={asking ? <Loader size={18} type="oval" /> : <IconSearch size={19} stroke={1.7} />}
            classNames={{ input: style.input }}
          />
        </Combobox.EventsTarget>
        <div className={style.found}>
          <Combobox.Options aria-label={t('frame.search')}>
            {groups.map((group) => (
              <FoundGroup key={group.key} group={group} />
            ))}
            {groups.length === 0 && <Combobox.Empty>{t(text ? 'search.nothing' : 'search.hint')}</Combobox.Empty>}
          </Combobox.Options>
        </div>
      </Combobox>
    </Modal>
  );
}

function FoundGroup({ group }: { group: Group }) {
  const { t } = useTranslation();
  return (
    <Combobox.Group label={t(`search.${group.key}`)}>
      {group.found.map(({ id, title, note, to, Icon }) => (
        <Combobox.Option key={id} value={to} className={style.option}>
          <Icon size={17} stroke={1.6} aria-hidden />
          <span className={style.title}>{title}</span>
          {note && (
            <Text component="span" size="sm" c="dimmed" truncate>
              {note}
            </Text>
          )}
        </Combobox.Option>
      ))}
    </Combobox.Group>
  );
}

function useFound(text: string): { groups: Group[]; asking: boolean } {
  const may = useMay();
  const screens = useScreens(text);
  const [asked] = useDebouncedValue(text, 120);
  const answer = useQuery({
    queryKey: ['search', asked],
    enabled: asked.length > 1,
    queryFn: ({ signal }) => Promise.all(searchSources.filter((source) => may(source.may)).map((source) => ask(source, asked, signal))),
    placeholderData: (before) => before,
  });
  const groups = [...(text ? (answer.data ?? []) : []), screens].filter((group) => group.found.length > 0);
  return { groups, asking: answer.isFetching };
}

async function ask(source: SearchSource, text: string, signal: AbortSignal): Promise<Group> {
  const found = await source.find(text, signal);
  return { key: source.key, found: found.map((one) => ({ ...one, Icon: source.icon })) };
}

function useScreens(text: string): Group {
  const { t } = useTranslation();
  const wanted = text.toLocaleLowerCase();
  const all = useVisibleMenu().flatMap((section) => {
    const name = t(`menu.${section.key}`);
    const pages = (section.pages ?? []).map((page) => ({
      id: page.to,
      title: t(`menu.${page.key}`),
      note: name,
      to: page.to,
      Icon: section.icon,
    }));
    return pages.length > 0 ? pages : [{ id: section.to, title: name, to: section.to, Icon: section.icon }];
  });
  return { key: 'screens', found: all.filter(({ title }) => title.toLocaleLowerCase().includes(wanted)).slice(0, 8) };
}
