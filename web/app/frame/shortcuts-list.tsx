/** The list of all keys, behind `?`. */
import { Kbd, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useVisibleMenu } from '../visible-menu.ts';
import style from './shortcuts.module.css';
import { shortcutsSwitch } from './switches.ts';

export function ShortcutsList() {
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
