/** `prilavok kpi`: the key figures in the terminal, or for scripts. */
import type { Command } from 'commander';
import type { RunCommand } from '../../platform/command.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Kpis, readKpis } from './kpi.ts';
import { readToday } from './period.ts';

const monthMs = 30 * 24 * 3600 * 1000;

export function addKpiCommand(program: Command, run: RunCommand): void {
  program
    .command('kpi')
    .description('the key figures of a period beside those of the period before')
    .option('--from <day>', 'first day, YYYY-MM-DD; 30 days ago by default')
    .option('--to <day>', 'last day, YYYY-MM-DD; today by default')
    .action((options: { from?: string; to?: string }) => run((platform) => read(platform, options), tell));
}

async function read(platform: Platform, options: { from?: string; to?: string }): Promise<Kpis> {
  const to = options.to ?? (await readToday(platform)).day;
  const from = options.from ?? new Date(Date.parse(to) - monthMs + 24 * 3600 * 1000).toISOString().slice(0, 10);
  return readKpis(platform, { from, to, compare: 'previous' });
}

function tell({ period, currency, ...figures }: Kpis): string {
  const money = (value: number | null) => (value === null ? 'no data' : `${(value / 100).toFixed(2)} ${currency}`);
  const share = (value: number | null) => (value === null ? 'no data' : `${(value * 100).toFixed(1)} %`);
  const number = (value: number | null) => (value === null ? 'no data' : String(Math.round(value * 10) / 10));
  const line = (name: string, { value, before }: { value: number | null; before: number | null }, show: (value: number | null) => string) =>
    `${name.padEnd(18)}${show(value).padStart(20)}${show(before).padStart(20)}`;
  return [
    `${period.from} .. ${period.to}`.padEnd(18),
    line('sales', figures.sales, money),
    line('orders', figures.orders, number),
    line('average order', figures.averageCheck, money),
    line('conversion', figures.conversion, share),
    line('hours to complete', figures.processingHours, number),
    line('retention', figures.retention, share),
    line('buyers', figures.buyers, number),
    line('new buyers', figures.newBuyers, number),
    line('returned', figures.returned, money),
  ].join('\n');
}
