/** Draws on a canvas, in the colours of the theme; redraws when the data, the theme or the room for it changes. */
import { useComputedColorScheme } from '@mantine/core';
import type { EChartsType } from 'echarts/core';
import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';
import style from './chart.module.css';
import { chartColours } from './chart-colours.ts';
import { chartOption } from './chart-option.ts';
import type { ChartProps } from './chart-types.ts';
import { init } from './echarts.ts';
import { nearestSeries } from './nearest.ts';

interface DrawingProps extends ChartProps {
  height: number;
  label: string;
}

export function Drawing(props: DrawingProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);
  const shown = useRef(props);
  const scheme = useComputedColorScheme('light');
  useEffect(() => {
    if (!place.current) return;
    const drawn = init(place.current);
    chart.current = drawn;
    if (props.kind === 'line') openNearest(drawn, shown);
    else
      drawn.on('click', ({ dataIndex, seriesIndex, value }) => {
        const cell = props.kind === 'heatmap' && Array.isArray(value) ? (value as number[]) : null;
        shown.current.onPoint?.(cell?.[0] ?? dataIndex, cell?.[1] ?? seriesIndex ?? 0);
      });
    const watch = new ResizeObserver(() => drawn.resize());
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      drawn.dispose();
    };
  }, [props.kind]);
  useEffect(() => {
    shown.current = props;
    chart.current?.setOption(chartOption(props, chartColours()), { notMerge: true });
  }, [props, scheme]);
  return <div ref={place} role="img" aria-label={props.label} className={style.drawing} style={{ height: props.height }} />;
}

function openNearest(chart: EChartsType, shown: RefObject<ChartProps>): void {
  chart.getZr().on('click', ({ offsetX, offsetY }) => {
    if (!chart.containPixel('grid', [offsetX, offsetY])) return;
    const [point = 0, height = 0] = chart.convertFromPixel('grid', [offsetX, offsetY]);
    const { series, onPoint } = shown.current;
    onPoint?.(Math.round(point), nearestSeries(series, Math.round(point), height));
  });
}
