/** Small choices a person makes about the screen (columns, folded menu, theme), kept in this browser and told to every reader. */
import { useSyncExternalStore } from 'react';

const prefix = 'prilavok.';
const listeners = new Set<() => void>();

export function remembered<T>(name: string, otherwise: T): T {
  const text = localStorage.getItem(prefix + name);
  if (text === null) return otherwise;
  try {
    return JSON.parse(text) as T;
  } catch {
    return text as T;
  }
}

/** Strings are stored bare, so that the theme script can read them before the application starts. */
export function remember(name: string, value: unknown): void {
  localStorage.setItem(prefix + name, typeof value === 'string' ? value : JSON.stringify(value));
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Like `useState`, but the value survives the visit and is shared by everyone who asks for the same name. */
export function useRemembered<T>(name: string, otherwise: T): [T, (value: T) => void] {
  const text = useSyncExternalStore(subscribe, () => localStorage.getItem(prefix + name));
  const value = text === null ? otherwise : remembered(name, otherwise);
  return [value, (next) => remember(name, next)];
}
