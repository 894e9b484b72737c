/** Things of the frame that any screen may open: search and the list of shortcuts. */
import { useSyncExternalStore } from 'react';

interface Switch {
  set(open: boolean): void;
  subscribe(listener: () => void): () => void;
  isOpen(): boolean;
}

function createSwitch(): Switch {
  const listeners = new Set<() => void>();
  let now = false;
  return {
    isOpen: () => now,
    set(open) {
      now = open;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const searchSwitch = createSwitch();
export const shortcutsSwitch = createSwitch();

export const useSwitch = (of: Switch): boolean => useSyncExternalStore(of.subscribe, of.isOpen);
