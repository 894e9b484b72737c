/** The menu on a phone: the first four sections under the thumb, the rest behind "more". */
import { Drawer, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MenuSection } from '../menu.ts';
import { useVisibleMenu } from '../visible-menu.ts';
import style from './bottom-bar.module.css';
import { LanguageMenu } from './language-menu.tsx';
import { ThemeMenu } from './theme-menu.tsx';

export function BottomBar() {
  const { t } = useTranslation();
  const sections = useVisibleMenu();
  const [open, { toggle, close }] = useDisclosure(false);
  return (
    <nav className={style.bar} aria-label={t('menu.label')}>
      {sections.slice(0, 4).map((section) => (
        <Link key={section.key} to={section.to} className={style.item}>
          <section.icon size={22} stroke={1.6} aria-hidden />
          <span>{t(`menu.${section.key}`)}</span>
        </Link>
      ))}
      <UnstyledButton className={style.item} onClick={toggle} aria-expanded={open}>
        <IconDots size={22} stroke={1.6} aria-hidden />
        <span>{t('menu.more')}</span>
      </UnstyledButton>
      <Drawer
        opened={open}
        onClose={close}
        position="bottom"
        size="auto"
        radius="lg"
        styles={{ content: { height: 'auto', maxHeight: '80dvh' } }}
        title={t('menu.label')}
      >
        <AllPages sections={sections} onGo={close} />
      </Drawer>
    </nav>
  );
}

function AllPages({ sections, onGo }: { sections: readonly MenuSection[]; onGo: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={style.all}>
      {sections.map((section) => (
        <section key={section.key}>
          <Link to={section.to} className={style.section} onClick={onGo}>
            <section.icon size={20} stroke={1.6} aria-hidden />
            {t(`menu.${section.key}`)}
          </Link>
          <div className={style.pages}>
            {section.pages?.map((page) => (
              <Link key={page.key} to={page.to} className={style.page} onClick={onGo}>
                {t(`menu.${page.key}`)}
              </Link>
            ))}
          </div>
        </section>
      ))}
      <div className={style.tools}>
        <LanguageMenu />
        <ThemeMenu />
      </div>
    </div>
  );
}
