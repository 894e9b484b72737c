/** Things of the frame that any screen may open: search, the list of shortcuts, notices. */
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

/** On from the first notice: until then nothing of them is loaded. */
export const noticesSwitch = createSwitch();

export const useSwitch = (of: Switch): boolean => useSyncExternalStore(of.subscribe, of.isOpen);
