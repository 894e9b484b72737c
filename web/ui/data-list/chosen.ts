/** The rows a person has ticked. Rows stay ticked while more pages load and the order changes. */
import { useRef, useState } from 'react';

export interface Chosen<Row> {
  count: number;
  rows(): Row[];
  has(row: Row): boolean;
  /** `through`: also everything between the row ticked last and this one. */
  toggle(row: Row, through?: boolean): void;
  /** Ticks every loaded row, or none when all are ticked. */
  toggleAll(): void;
  all: boolean;
  clear(): void;
}

export function useChosen<Row>(rows: readonly Row[], rowId: (row: Row) => string | number): Chosen<Row> {
  const [ticked, setTicked] = useState<ReadonlyMap<string | number, Row>>(new Map());
  const last = useRef(-1);
  const all = rows.length > 0 && rows.every((row) => ticked.has(rowId(row)));
  const toggle = (row: Row, through = false) => {
    const index = rows.findIndex((one) => rowId(one) === rowId(row));
    const start = through && last.current >= 0 ? last.current : index;
    const next = new Map(ticked);
    const on = !ticked.has(rowId(row));
    for (const one of rows.slice(Math.min(start, index), Math.max(start, index) + 1)) {
      if (on) next.set(rowId(one), one);
      else next.delete(rowId(one));
    }
    last.current = index;
    setTicked(next);
  };
  return {
    count: ticked.size,
    rows: () => [...ticked.values()],
    has: (row) => ticked.has(rowId(row)),
    toggle,
    all,
    toggleAll: () => setTicked(all ? new Map() : new Map(rows.map((row) => [rowId(row), row]))),
    clear: () => setTicked(new Map()),
  };
}
