/** The rows on a phone: one card each, more of them as one scrolls. */
import { Loader } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { useEffect } from 'react';
import { ListNothing } from './list-nothing.tsx';
import type { ListBodyProps } from './list-props.ts';
import style from './list-table.module.css';
import type { Column } from './list-types.ts';

export function ListCards<Row>(props: ListBodyProps<Row>) {
  const { answer, columns, rowId, card, open } = props;
  const { ref, entry } = useIntersection();
  const { more, loadingMore, loadMore } = answer;
  const wanted = Boolean(entry?.isIntersecting) && more && !loadingMore;
  useEffect(() => {
    if (wanted) void loadMore();
  }, [wanted, loadMore]);
  if (answer.rows.length === 0 && !answer.loading && !answer.problem) return <ListNothing {...props} />;
  return (
    <ul className={style.cards} aria-label={props.label}>
      {answer.rows.map((row) => (
        <li key={rowId(row)}>
          <button type="button" className={style.card} onClick={() => open(row)}>
            {card ? card(row) : <PlainCard row={row} columns={columns} />}
          </button>
        </li>
      ))}
      {(answer.more || answer.loading) && (
        <li className={style.more} ref={ref}>
          <Loader />
        </li>
      )}
    </ul>
  );
}

function PlainCard<Row>({ row, columns }: { row: Row; columns: readonly Column<Row>[] }) {
  const lead = columns.find((column) => column.lead);
  return (
    <>
      <span>{lead?.cell(row)}</span>
      <span className={style.pairs}>
        {columns
          .filter((column) => !column.lead)
          .slice(0, 4)
          .map((column) => (
            <span key={column.key}>{column.cell(row)}</span>
          ))}
      </span>
    </>
  );
}
