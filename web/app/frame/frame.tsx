/** The frame around every screen: menu at the left (at the bottom on a phone), one bar on top, the work on a sheet. */

import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useRemembered } from '../remembered.ts';
import { useNarrow } from '../use-narrow.ts';
import style from './frame.module.css';
import { OfflineNotice } from './offline-notice.tsx';
import { SearchBox } from './search-box.tsx';
import { SessionEnded } from './session-ended.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { SideMenu } from './side-menu.tsx';
import { TopBar } from './top-bar.tsx';

const BottomBar = lazy(() => import('./bottom-bar.tsx').then((module) => ({ default: module.BottomBar })));

const DemoNotice = lazy(() => import('../../intake/demo/demo-notice.tsx').then((module) => ({ default: module.DemoNotice })));

export function Frame() {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const [folded, setFolded] = useRemembered('menu-folded', false);
  return (
    <div className={style.frame} data-folded={folded || undefined}>
      <a className={style.skip} href="#content">
        {t('frame.skip')}
      </a>
      {!narrow && <SideMenu folded={folded} onFold={() => setFolded(!folded)} />}
      <div className={style.counter}>
        <TopBar narrow={narrow} />
        <OfflineNotice />
        <Suspense>
          <DemoNotice />
        </Suspense>
        <main id="content" className={style.sheet} tabIndex={-1}>
          <Outlet />
        </main>
        {narrow && (
          <Suspense>
            <BottomBar />
          </Suspense>
        )}
      </div>
      <SearchBox />
      <Shortcuts onFold={() => setFolded(!folded)} />
      <SessionEnded />
    </div>
  );
}
