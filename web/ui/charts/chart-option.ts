/** From what a chart is asked to draw to ECharts' own words. */
import type { EChartsCoreOption } from 'echarts/core';
import type { Tone } from '../tone.ts';
import type { ChartColours } from './chart-colours.ts';
import type { ChartProps, Series } from './chart-types.ts';

const order: Tone[] = ['green', 'blue', 'amber', 'violet', 'teal', 'red', 'grey'];

export function chartOption(props: ChartProps, colours: ChartColours): EChartsCoreOption {
  const shared = { animationDuration: 250, textStyle: { fontFamily: 'Golos Text Variable, sans-serif' }, tooltip: tooltip(props, colours) };
  return { ...shared, ...(props.kind === 'heatmap' ? heatmap(props, colours) : lines(props, colours)) };
}

const toneAt = (series: Series, index: number) => series.tone ?? order[index % order.length] ?? 'grey';

const grid = (top: number) => ({ top, left: 4, right: 12, bottom: 2, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' });

function names(points: readonly string[], colours: ChartColours) {
  return {
    type: 'category',
    data: [...points],
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colours.line } },
    axisLabel: { color: colours.dim, fontSize: 11, hideOverlap: true },
  };
}

function figures({ format, formatShort = format }: ChartProps, colours: ChartColours) {
  return {
    type: 'value',
    splitNumber: 4,
    splitLine: { lineStyle: { color: colours.line } },
    axisLabel: { color: colours.dim, fontSize: 11, formatter: (value: number) => formatShort(value), hideOverlap: true },
  };
}

function lines(props: ChartProps, colours: ChartColours) {
  const many = props.series.length > 1;
  const named = many && !props.withoutLegend;
  const [along, up] = [names(props.points, colours), figures(props, colours)];
  return {
    grid: grid(named ? 34 : 10),
    legend: named
      ? {
          type: 'scroll',
          top: 0,
          left: 0,
          right: 0,
          itemWidth: 12,
          itemHeight: 8,
          icon: 'roundRect',
          textStyle: { color: colours.ink, fontSize: 12 },
        }
      : undefined,
    xAxis: props.lying ? up : along,
    yAxis: props.lying ? { ...along, inverse: true } : up,
    series: props.series.map((series, index) => one(props, series, colours.tones[toneAt(series, index)], many)),
  };
}

function one(props: ChartProps, { name, values, dashed }: Series, colour: string, many: boolean) {
  const base = { name, data: [...values], itemStyle: { color: colour }, cursor: props.onPoint ? 'pointer' : 'default' };
  if (props.kind !== 'line') {
    return {
      ...base,
      type: 'bar',
      stack: props.kind === 'stacked' ? 'all' : undefined,
      barMaxWidth: 28,
      itemStyle: { color: colour, borderRadius: props.kind === 'bar' ? 3 : 0 },
    };
  }
  return {
    ...base,
    type: 'line',
    showSymbol: values.length < 2,
    symbolSize: 7,
    lineStyle: { width: 2, color: colour, type: dashed ? 'dashed' : 'solid' },
    areaStyle: many || dashed ? undefined : { color: colour, opacity: 0.08 },
  };
}

function heatmap(props: ChartProps, colours: ChartColours) {
  const cells = props.series.flatMap(({ values }, row) => values.map((value, column) => [column, row, value ?? '-']));
  const all = props.series.flatMap(({ values }) => values.filter((value) => value !== null));
  return {
    grid: grid(4),
    xAxis: { ...names(props.points, colours), splitArea: { show: false } },
    yAxis: {
      ...names(
        props.series.map(({ name }) => name),
        colours,
      ),
      inverse: true,
    },
    visualMap: { show: false, min: Math.min(...all), max: Math.max(...all), inRange: { color: [colours.soft, colours.tones.green] } },
    series: [
      {
        type: 'heatmap',
        data: cells,
        itemStyle: { borderColor: colours.sheet, borderWidth: 2, borderRadius: 3 },
        cursor: props.onPoint ? 'pointer' : 'default',
      },
    ],
  };
}

function tooltip(props: ChartProps, colours: ChartColours) {
  const written = (value: unknown) => (typeof value === 'number' ? props.format(value) : '—');
  return {
    trigger: props.kind === 'heatmap' ? 'item' : 'axis',
    axisPointer: { type: props.kind === 'line' ? 'line' : 'shadow', lineStyle: { color: colours.dim }, shadowStyle: { opacity: 0.08 } },
    backgroundColor: colours.raised,
    borderColor: colours.line,
    textStyle: { color: colours.ink, fontSize: 12 },
    valueFormatter: (value: unknown) => written(Array.isArray(value) ? value[2] : value),
  };
}
