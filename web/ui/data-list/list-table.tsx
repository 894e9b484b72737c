/** The rows as a table of which only the visible part exists, so that a hundred thousand scroll like a hundred. */
import { Checkbox } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListAnswer } from '../../api-hooks.ts';
import { ListHead } from './list-head.tsx';
import { ListNothing, LoadingRows } from './list-nothing.tsx';
import type { ListBodyProps } from './list-props.ts';
import { ListRow } from './list-row.tsx';
import style from './list-table.module.css';
import { useVisibleRows } from './visible-rows.ts';

export function ListTable<Row>(props: ListBodyProps<Row>) {
  const { t } = useTranslation('ui');
  const { answer, columns, rowId, bulk, chosen, cursor, rowHeight = 38 } = props;
  const count = answer.rows.length;
  const { scroller, from, to, reveal } = useVisibleRows(count, rowHeight);
  useMore(answer, to);
  useEffect(() => {
    if (cursor >= 0) reveal(cursor);
  }, [cursor, reveal]);
  const width = columns.reduce((sum, column) => sum + (column.width ?? 150), bulk ? 40 : 0);
  return (
    <div className={style.scroller} ref={scroller}>
      <table className={style.table} aria-label={props.label} aria-rowcount={answer.total ?? -1} style={{ minWidth: width }}>
        <colgroup>
          {bulk && <col style={{ width: 40 }} />}
          {columns.map((column) => (
            <col key={column.key} style={{ width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {bulk && (
              <th className={style.tick}>
                <Checkbox
                  size="xs"
                  aria-label={t('list.chooseAll')}
                  checked={chosen.all}
                  indeterminate={!chosen.all && chosen.count > 0}
                  onChange={chosen.toggleAll}
                />
              </th>
            )}
            {columns.map((column) => (
              <ListHead key={column.key} column={column} state={props.state} />
            ))}
          </tr>
        </thead>
        <tbody>
          {from > 0 && <tr aria-hidden style={{ height: from * rowHeight }} />}
          {answer.rows.slice(from, to).map((row, index) => (
            <ListRow key={rowId(row)} {...props} row={row} index={from + index} height={rowHeight} />
          ))}
          {to < count && <tr aria-hidden style={{ height: (count - to) * rowHeight }} />}
          {(answer.loading || answer.loadingMore) && (
            <LoadingRows count={answer.loading ? 12 : 2} columns={columns.length + (bulk ? 1 : 0)} height={rowHeight} />
          )}
        </tbody>
      </table>
      {answer.rows.length === 0 && !answer.loading && !answer.problem && <ListNothing {...props} />}
    </div>
  );
}

function useMore<Row>({ rows, more, loadingMore, problem, loadMore }: ListAnswer<Row>, to: number): void {
  const wanted = more && !loadingMore && !problem && to >= rows.length - 10;
  useEffect(() => {
    if (wanted) void loadMore();
  }, [wanted, loadMore]);
}
