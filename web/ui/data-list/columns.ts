/** Which columns a person has chosen for a list, remembered by the list's name. */
import { remember, useRemembered } from '../../app/remembered.ts';
import type { Column } from './list-types.ts';

export interface ShownColumns<Row> {
  columns: readonly Column<Row>[];
  isShown(key: string): boolean;
  toggle(key: string): void;
  reset(): void;
}

/** The difference from the room's own choice is kept, so that a column added later appears for everyone. */
export function useShownColumns<Row>(name: string, columns: readonly Column<Row>[]): ShownColumns<Row> {
  const [turned, setTurned] = useRemembered<string[]>(`columns.${name}`, []);
  const isShown = (key: string) => {
    const column = columns.find((one) => one.key === key);
    return column !== undefined && (column.lead === true || Boolean(column.hidden) === turned.includes(key));
  };
  return {
    columns: columns.filter((column) => isShown(column.key)),
    isShown,
    toggle: (key) => setTurned(turned.includes(key) ? turned.filter((one) => one !== key) : [...turned, key]),
    reset: () => remember(`columns.${name}`, []),
  };
}
