/** The figures of a chart as a table. */
import { VisuallyHidden } from '@mantine/core';
import style from './chart.module.css';
import type { ChartProps } from './chart-types.ts';

export function ChartTable({ title, points, series, format, onPoint }: ChartProps) {
  const show = (value: number | null | undefined) => (value === null || value === undefined ? '—' : format(value));
  return (
    <section className={style.scroller} aria-label={title}>
      <table className={style.table}>
        <thead>
          <tr>
            <th>
              <VisuallyHidden>{title}</VisuallyHidden>
            </th>
            {series.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point, row) => (
            <tr key={`${row}.${point}`}>
              <th scope="row">{point}</th>
              {series.map(({ name, values }, column) => (
                <td key={name}>
                  {onPoint ? (
                    <button type="button" onClick={() => onPoint(row, column)}>
                      {show(values[row])}
                    </button>
                  ) : (
                    show(values[row])
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
