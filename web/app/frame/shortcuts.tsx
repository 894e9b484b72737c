/** The keys that work everywhere, and the list of all keys behind `?`. */
import { Kbd, Modal } from '@mantine/core';
import { useHotkeys, useWindowEvent } from '@mantine/hooks';
import { useRouter } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useVisibleMenu } from '../visible-menu.ts';
import style from './shortcuts.module.css';
import { shortcutsSwitch, useSwitch } from './switches.ts';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

export function Shortcuts({ onFold }: { onFold: () => void }) {
  const open = useSwitch(shortcutsSwitch);
  useHotkeys([['[', onFold, { usePhysicalKeys: true }]]);
  useGoTo();
  // By character, not by key: `?` sits elsewhere on a Russian keyboard.
  useWindowEvent('keydown', (event) => {
    if (event.key === '?' && !isTyping(event.target)) shortcutsSwitch.set(true);
  });
  return open ? <ShortcutsList /> : null;
}

/** `g`, then the letter of a section. Physical keys, so that the keyboard layout does not matter. */
function useGoTo(): void {
  const router = useRouter();
  const sections = useVisibleMenu();
  const begun = useRef(0);
  useWindowEvent('keydown', (event) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.code === 'KeyG') {
      begun.current = event.timeStamp;
      return;
    }
    const section = sections.find(({ shortcut }) => event.code === `Key${shortcut.toUpperCase()}`);
    if (section && event.timeStamp - begun.current < 1200) void router.navigate({ href: section.to });
    begun.current = 0;
  });
}

function ShortcutsList() {
  const { t } = useTranslation();
  const sections = useVisibleMenu();
  const everywhere: [string[], string][] = [
    [['Ctrl', 'K'], t('shortcuts.search')],
    [['?'], t('shortcuts.help')],
    [['['], t('shortcuts.fold')],
    ...sections.map(({ key, shortcut }): [string[], string] => [
      ['G', shortcut.toUpperCase()],
      t('shortcuts.goTo', { screen: t(`menu.${key}`) }),
    ]),
  ];
  const lists: [string[], string][] = [
    [['J', '↓'], t('shortcuts.next')],
    [['K', '↑'], t('shortcuts.previous')],
    [['Enter'], t('shortcuts.open')],
    [['Space', 'X'], t('shortcuts.choose')],
    [['/'], t('shortcuts.find')],
    [['Esc'], t('shortcuts.close')],
  ];
  return (
    <Modal opened onClose={() => shortcutsSwitch.set(false)} title={t('shortcuts.title')} size={640}>
      <div className={style.columns}>
        <Keys title={t('shortcuts.everywhere')} keys={everywhere} />
        <Keys title={t('shortcuts.lists')} keys={lists} />
      </div>
    </Modal>
  );
}

function Keys({ title, keys }: { title: string; keys: [string[], string][] }) {
  return (
    <section>
      <h3 className={style.title}>{title}</h3>
      <dl className={style.keys}>
        {keys.map(([caps, says]) => (
          <div key={says}>
            <dt>{says}</dt>
            <dd>
              {caps.map((cap) => (
                <Kbd key={cap}>{cap}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
