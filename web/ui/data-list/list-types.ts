/** What a room says about its list: columns, filters, views, and what can be done with chosen rows. */
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Search } from '../../app/search-address.ts';
import type { Tone } from '../tone.ts';

export interface Column<Row> {
  key: string;
  title: string;
  cell(row: Row): ReactNode;
  /** The server's name for this order; absent: the column is not sortable. */
  sort?: string;
  /** Pixels; without it the column shares what is left (at least 150). */
  width?: number;
  /** Figures stand at the right. */
  align?: 'end';
  /** Names the row: always shown, opens it. Exactly one column. */
  lead?: boolean;
  /** Off until chosen. */
  hidden?: boolean;
  /** Shown on hover of the title. */
  definition?: string;
}

export interface Option {
  value: string;
  label: string;
  tone?: Tone;
  /** Rows with it, where known. */
  count?: number;
}

interface Named {
  /** Its name in the address. */
  key: string;
  title: string;
  icon?: Icon;
}

export type Filter =
  | (Named & { kind: 'choice'; options: readonly Option[] })
  /** Options found on the server by what is typed; `label` names a value that came with the address. */
  | (Named & { kind: 'lookup'; find(text: string, signal: AbortSignal): Promise<Option[]>; label?(value: string): string | undefined })
  | (Named & { kind: 'period' })
  /** `money`: typed in whole units, kept in minor ones. */
  | (Named & { kind: 'range'; unit?: 'money' | 'count' })
  | (Named & { kind: 'text' })
  | (Named & { kind: 'yes-no' });

export interface View {
  key: string;
  title: string;
  search: Search;
}

/** Views that a person saved, and where they are kept. */
export interface OwnViews {
  views: readonly View[];
  /** `isShared`: for everybody, where that is offered. */
  save(title: string, search: Search, isShared: boolean): unknown;
  /** Keeps another search under the same name. */
  change(view: View, search: Search): unknown;
  drop(view: View): unknown;
  /** Views of colleagues are shown and not touched. */
  mayChange(view: View): boolean;
  /** Whether a view may be saved for everybody. */
  isShareable: boolean;
}

export interface BulkAction<Row> {
  key: string;
  title: string;
  icon?: Icon;
  danger?: boolean;
  /** The choice is cleared when it resolves, and kept when it resolves to `false`: nothing was done. */
  run(rows: Row[]): unknown;
}
