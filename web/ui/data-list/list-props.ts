/** What a list is told by its page, and what its parts are told by the list. */
import type { ReactNode } from 'react';
import type { ListAnswer } from '../../api-hooks.ts';
import type { Chosen } from './chosen.ts';
import type { ListState } from './list-state.ts';
import type { BulkAction, Column, Filter, OwnViews, View } from './list-types.ts';

export interface DataListProps<Row> {
  /** Under which columns and own views are remembered: the room's name. */
  name: string;
  /** What the rows are, for a screen reader. */
  label: string;
  state: ListState;
  answer: ListAnswer<Row>;
  columns: readonly Column<Row>[];
  rowId(row: Row): string | number;
  filters?: readonly Filter[];
  /** The first one is what the bare address shows. */
  views?: readonly View[];
  /** Where saved views are kept; in this browser unless told. */
  ownViews?: OwnViews;
  /** What can be typed into the search; absent: the list has none. */
  searchHint?: string;
  bulk?: readonly BulkAction<Row>[];
  onExport?: () => void;
  /** Buttons beside the search. */
  tools?: ReactNode;
  /** The side panel of a row. */
  panel?(id: string, row: Row | undefined): ReactNode;
  /** Address of a row's own page. */
  pageOf?(id: string | number): string;
  /** A row as a card on a phone; else the first columns. */
  card?(row: Row): ReactNode;
  /** Shown when there is nothing and nothing was searched for. */
  empty: ReactNode;
  rowHeight?: number;
}

export interface ListBodyProps<Row> extends DataListProps<Row> {
  chosen: Chosen<Row>;
  cursor: number;
  setCursor: (cursor: number) => void;
  open: (row: Row) => void;
  /** Something was searched or filtered for. */
  searched: boolean;
}
