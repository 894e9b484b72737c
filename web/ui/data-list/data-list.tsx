/** A list people work in: views, search with filters as chips, columns, keyboard, choice of many, side panel; cards on a phone. */

import { useCallback, useState } from 'react';
import { useNarrow } from '../../app/use-narrow.ts';
import { ProblemNote } from '../problem-note.tsx';
import { SidePanel } from '../side-panel.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { useChosen } from './chosen.ts';
import { useShownColumns } from './columns.ts';
import style from './data-list.module.css';
import { ListCards } from './list-cards.tsx';
import type { DataListProps } from './list-props.ts';
import { ListTable } from './list-table.tsx';
import { ListToolbar } from './list-toolbar.tsx';
import { useRowKeys } from './row-keys.ts';
import { SavedViews } from './saved-views.tsx';

export function DataList<Row>(props: DataListProps<Row>) {
  const { state, answer, columns, rowId, panel, pageOf } = props;
  const narrow = useNarrow();
  const shown = useShownColumns(props.name, columns);
  const chosen = useChosen(answer.rows, rowId);
  const [cursor, setCursor] = useState(-1);
  const open = useCallback((row: Row) => state.set({ open: String(rowId(row)) }), [state, rowId]);
  const keys = useRowKeys({ rows: answer.rows, rowId, cursor, setCursor, chosen: props.bulk ? chosen : undefined, state, open });
  const searched = state.q !== '' || state.filters.length > 0;
  const body = { ...props, columns: shown.columns, chosen, cursor, setCursor, open, searched };
  return (
    <div className={style.list} ref={keys} data-refreshing={answer.refreshing || undefined}>
      <SavedViews name={props.name} views={props.views ?? []} own={props.ownViews} state={state} />
      <ListToolbar {...props} shown={shown} />
      {answer.problem && (
        <div className={style.problem}>
          <ProblemNote problem={answer.problem} onRetry={answer.retry} />
        </div>
      )}
      {narrow ? <ListCards {...body} /> : <ListTable {...body} />}
      {props.bulk && chosen.count > 0 && <BulkBar actions={props.bulk} chosen={chosen} />}
      {panel && state.open && (
        <SidePanel onClose={() => state.set({ open: undefined })} page={pageOf?.(state.open)}>
          {panel(
            state.open,
            answer.rows.find((row) => String(rowId(row)) === state.open),
          )}
        </SidePanel>
      )}
    </div>
  );
}
