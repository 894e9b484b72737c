/** The keyboard of a list: j/k or arrows walk, Enter opens, space or x ticks, `/` searches, Escape closes. */
import { useWindowEvent } from '@mantine/hooks';
import type { RefObject } from 'react';
import { useRef } from 'react';
import type { Chosen } from './chosen.ts';
import type { ListState } from './list-state.ts';

interface RowKeys<Row> {
  rows: readonly Row[];
  rowId(row: Row): string | number;
  cursor: number;
  setCursor(cursor: number): void;
  chosen: Chosen<Row> | undefined;
  state: ListState;
  open(row: Row): void;
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || (['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) && target.getAttribute('type') !== 'checkbox'));

// A button or a link keeps its own Enter and space; a dialog keeps everything.
const isControl = (target: EventTarget | null) =>
  target instanceof HTMLElement && Boolean(target.closest('button, a, [role=menuitem], input'));
const isElsewhere = (target: EventTarget | null, list: HTMLElement | null) =>
  target instanceof HTMLElement && target !== document.body && target.id !== 'content' && !list?.contains(target);

/** Returns the reference to put on the list's element. */
export function useRowKeys<Row>(list: RowKeys<Row>): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  useWindowEvent('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (isTyping(event.target) || isElsewhere(event.target, element.current)) return;
    if (press(event, list, element.current)) event.preventDefault();
  });
  return element;
}

function press<Row>(event: KeyboardEvent, list: RowKeys<Row>, element: HTMLElement | null): boolean {
  const row = list.rows[list.cursor];
  const walk = steps[event.code] ?? steps[event.key];
  if (walk !== undefined) return step(list, walk);
  if (event.code === 'Slash' || event.key === '/') return focusSearch(element);
  if (event.key === 'Escape' && list.state.open) {
    list.state.set({ open: undefined });
    return true;
  }
  return row !== undefined && !isControl(event.target) && pressOnRow(event, row, list);
}

function pressOnRow<Row>(event: KeyboardEvent, row: Row, list: RowKeys<Row>): boolean {
  if (event.key === 'Enter') list.open(row);
  else if (event.code === 'Space' || event.code === 'KeyX') list.chosen?.toggle(row, event.shiftKey);
  else return false;
  return true;
}

const steps: Record<string, number> = { KeyJ: 1, ArrowDown: 1, KeyK: -1, ArrowUp: -1 };

function step<Row>(list: RowKeys<Row>, by: number): boolean {
  const to = Math.max(0, Math.min(list.rows.length - 1, list.cursor + by));
  const row = list.rows[to];
  if (!row) return false;
  list.setCursor(to);
  // With the panel open, walking the list leafs through it.
  if (list.state.open) list.open(row);
  return true;
}

function focusSearch(element: HTMLElement | null): boolean {
  const box = element?.querySelector<HTMLInputElement>('input[type=search]');
  box?.focus();
  return Boolean(box);
}
