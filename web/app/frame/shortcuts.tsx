/** The keys that work everywhere. */
import { useWindowEvent } from '@mantine/hooks';
import { useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useRef } from 'react';
import { useVisibleMenu } from '../visible-menu.ts';
import { shortcutsSwitch, useSwitch } from './switches.ts';

const ShortcutsList = lazy(() => import('./shortcuts-list.tsx').then((module) => ({ default: module.ShortcutsList })));

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

export function Shortcuts({ onFold }: { onFold: () => void }) {
  const open = useSwitch(shortcutsSwitch);
  useGoTo();
  useWindowEvent('keydown', (event) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    // By character, not by key: `?` sits elsewhere on a Russian keyboard, where the bracket is a letter.
    if (event.key === '?') shortcutsSwitch.set(true);
    if (event.code === 'BracketLeft') onFold();
  });
  return open ? (
    <Suspense>
      <ShortcutsList />
    </Suspense>
  ) : null;
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
