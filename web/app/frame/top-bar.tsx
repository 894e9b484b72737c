/** The bar over the sheet: search first, then running work, language, theme and oneself. */
import { ActionIcon, Kbd, Tooltip, UnstyledButton } from '@mantine/core';
import { useOs } from '@mantine/hooks';
import { IconKeyboard, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AccountMenu } from './account-menu.tsx';
import { BrandMark } from './brand.tsx';
import { JobsTray } from './jobs-tray.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { searchSwitch, shortcutsSwitch } from './switches.ts';
import { ThemeMenu } from './theme-menu.tsx';
import style from './top-bar.module.css';

export function TopBar({ narrow }: { narrow: boolean }) {
  const { t } = useTranslation();
  return (
    <header className={style.bar}>
      {narrow && (
        <Link to="/" aria-label={t('name')} className={style.brand}>
          <BrandMark size={28} />
        </Link>
      )}
      <SearchButton narrow={narrow} />
      <div className={style.tools}>
        {!narrow && (
          <Tooltip label={`${t('frame.help')} · ?`}>
            <ActionIcon size={34} aria-label={t('frame.help')} onClick={() => shortcutsSwitch.set(true)}>
              <IconKeyboard size={19} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
        <JobsTray />
        {!narrow && <LanguageMenu />}
        {!narrow && <ThemeMenu />}
        <AccountMenu />
      </div>
    </header>
  );
}

function SearchButton({ narrow }: { narrow: boolean }) {
  const { t } = useTranslation();
  const mac = useOs() === 'macos';
  return (
    <UnstyledButton className={style.search} onClick={() => searchSwitch.set(true)} aria-keyshortcuts="Control+K Meta+K">
      <IconSearch size={17} stroke={1.8} aria-hidden />
      <span>{t('search.placeholder')}</span>
      {!narrow && (
        <Kbd className={style.key} aria-hidden>
          {mac ? '⌘' : 'Ctrl'} K
        </Kbd>
      )}
    </UnstyledButton>
  );
}
