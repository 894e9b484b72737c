/** One row: a click opens it beside the list, the lead cell is also a link to its own page. */
import { Checkbox } from '@mantine/core';
import type { MouseEvent } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListBodyProps } from './list-props.ts';
import style from './list-table.module.css';

interface ListRowProps<Row> extends ListBodyProps<Row> {
  row: Row;
  index: number;
  height: number;
}

const wantsOwnTab = (event: MouseEvent) => event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
const isControl = (event: MouseEvent) => event.target instanceof HTMLElement && event.target.closest('a, button, input, label') !== null;

export function ListRow<Row>(props: ListRowProps<Row>) {
  const { row, index, height, columns, rowId, bulk, chosen, cursor, setCursor, state } = props;
  const { t } = useTranslation('ui');
  const element = useRef<HTMLTableRowElement>(null);
  const id = rowId(row);
  const here = cursor === index;
  useEffect(() => {
    if (here) element.current?.focus({ preventScroll: true });
  }, [here]);
  const click = (event: MouseEvent) => {
    if (isControl(event) || window.getSelection()?.toString()) return;
    setCursor(index);
    props.open(row);
  };
  return (
    <tr
      ref={element}
      className={style.row}
      style={{ height }}
      tabIndex={here || (cursor < 0 && index === 0) ? 0 : -1}
      aria-rowindex={index + 2}
      data-chosen={(bulk && chosen.has(row)) || undefined}
      data-open={state.open === String(id) || undefined}
      onClick={click}
      onFocus={() => cursor !== index && setCursor(index)}
    >
      {bulk && (
        <td className={style.tick}>
          <Checkbox
            size="xs"
            tabIndex={-1}
            aria-label={t('list.choose')}
            checked={chosen.has(row)}
            onChange={(event) => chosen.toggle(row, (event.nativeEvent as unknown as PointerEvent).shiftKey)}
          />
        </td>
      )}
      {columns.map((column) => (
        <td key={column.key} data-align={column.align}>
          {column.lead ? <Lead {...props}>{column.cell(row)}</Lead> : column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

function Lead<Row>({ row, index, rowId, pageOf, panel, open, setCursor, children }: ListRowProps<Row> & { children: React.ReactNode }) {
  const go = (event: MouseEvent) => {
    if (wantsOwnTab(event) || !panel) return;
    event.preventDefault();
    setCursor(index);
    open(row);
  };
  if (!pageOf && !panel) return children;
  return (
    <a className={style.lead} href={pageOf?.(rowId(row)) ?? `?open=${rowId(row)}`} tabIndex={-1} onClick={go}>
      {children}
    </a>
  );
}
