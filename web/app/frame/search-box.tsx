/** Ctrl/Cmd+K: one box that finds people, orders, products and screens. Its contents load when it is first opened. */
import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { searchSwitch, useSwitch } from './switches.ts';

const SearchPanel = lazy(() => import('./search-panel.tsx').then(({ SearchPanel: panel }) => ({ default: panel })));

export function SearchBox() {
  const open = useSwitch(searchSwitch);
  useHotkeys([['mod+K', () => searchSwitch.set(!searchSwitch.isOpen()), { usePhysicalKeys: true }]], []);
  return open ? (
    <Suspense>
      <SearchPanel />
    </Suspense>
  ) : null;
}
