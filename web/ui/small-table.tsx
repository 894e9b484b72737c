/** A short table that is read whole: order lines, the team, keys. Long lists are `DataList`. */
import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import style from './small-table.module.css';

export interface SmallColumn<Row> {
  key: string;
  title: ReactNode;
  /** The title is only heard, for columns of buttons. */
  titleUnseen?: boolean;
  cell(row: Row): ReactNode;
  /** Figures stand at the right. */
  align?: 'end';
  width?: number | string;
}

interface SmallTableProps<Row> {
  label: string;
  columns: readonly SmallColumn<Row>[];
  rows: readonly Row[];
  rowId(row: Row): string | number;
  /** Sums under the columns, by column key. */
  foot?: Readonly<Record<string, ReactNode>>;
  empty?: ReactNode;
}

export function SmallTable<Row>({ label, columns, rows, rowId, foot, empty }: SmallTableProps<Row>) {
  if (rows.length === 0 && empty) return empty;
  return (
    <div className={style.scroller}>
      <table className={style.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ key, title, titleUnseen, align, width }) => (
              <th key={key} scope="col" data-align={align} style={{ width }}>
                {titleUnseen ? <VisuallyHidden>{title}</VisuallyHidden> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)}>
              {columns.map(({ key, cell, align }) => (
                <td key={key} data-align={align}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>
              {columns.map(({ key, align }) => (
                <td key={key} data-align={align}>
                  {foot[key]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
