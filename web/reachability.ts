/** Whether the server answers at all, as the calls themselves find out; while it does not, it is asked until it does. */
import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let reached = true;

const pause = 4000;

export function noteReached(now: boolean): void {
  if (now === reached) return;
  reached = now;
  for (const listener of listeners) listener();
  if (!now) void askAgain();
}

async function askAgain(): Promise<void> {
  while (!reached) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const answered = await fetch('/healthz').then(
      () => true,
      () => false,
    );
    if (answered) noteReached(true);
  }
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useReached = (): boolean => useSyncExternalStore(subscribe, () => reached);
