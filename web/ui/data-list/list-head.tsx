/** A column's title: sorts on click (first the useful way, then the other, then as the list does by itself). */
import { Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ListState } from './list-state.ts';
import style from './list-table.module.css';
import type { Column } from './list-types.ts';

export function ListHead<Row>({ column, state }: { column: Column<Row>; state: ListState }) {
  const { sort, title, definition } = column;
  const falling = state.sort === `-${sort}`;
  const sorted = sort !== undefined && (falling || state.sort === sort);
  const next = falling ? sort : sorted ? undefined : `-${sort}`;
  const Arrow = falling ? IconArrowDown : IconArrowUp;
  const words = <span className={style.word}>{title}</span>;
  return (
    <th data-align={column.align} aria-sort={sorted ? (falling ? 'descending' : 'ascending') : undefined}>
      <Tooltip label={definition} disabled={!definition}>
        {sort ? (
          <button type="button" className={style.sort} data-sorted={sorted || undefined} onClick={() => state.set({ sort: next })}>
            {words}
            <Arrow size={13} stroke={2.2} aria-hidden />
          </button>
        ) : (
          words
        )}
      </Tooltip>
    </th>
  );
}
