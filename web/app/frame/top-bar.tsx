/** The bar over the sheet: search first, then the tools. */
import { Kbd, UnstyledButton } from '@mantine/core';
import { useOs } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { BrandMark } from './brand.tsx';
import { searchSwitch } from './switches.ts';
import style from './top-bar.module.css';

const BarTools = lazy(() => import('./bar-tools.tsx').then((module) => ({ default: module.BarTools })));

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
        <Suspense>
          <BarTools narrow={narrow} />
        </Suspense>
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
