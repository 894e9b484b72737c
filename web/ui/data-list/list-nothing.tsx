/** What a list says while it loads, and when there is nothing to show. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Empty } from '../empty.tsx';
import type { ListBodyProps } from './list-props.ts';
import style from './list-table.module.css';

export function LoadingRows({ count, columns, height }: { count: number; columns: number; height: number }) {
  return Array.from({ length: count }, (_, row) => (
    <tr key={row} aria-hidden style={{ height }}>
      {Array.from({ length: columns }, (_cell, column) => (
        <td key={column}>
          <span className={style.bone} style={{ width: `${40 + ((row * 7 + column * 13) % 45)}%` }}>
            {'\u00a0'}
          </span>
        </td>
      ))}
    </tr>
  ));
}

/** Nothing found offers to drop the filters; nothing at all offers what the room says. */
export function ListNothing<Row>({ searched, state, empty }: Pick<ListBodyProps<Row>, 'searched' | 'state' | 'empty'>) {
  const { t } = useTranslation('ui');
  if (!searched) return empty;
  const dropAll = Object.fromEntries(['q', ...state.filters].map((key) => [key, undefined]));
  return (
    <Empty
      title={t('list.nothing')}
      text={t('list.nothingText')}
      action={
        <Button variant="default" onClick={() => state.set(dropAll)}>
          {t('list.dropFilters')}
        </Button>
      }
    />
  );
}
