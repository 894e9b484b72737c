/** `prilavok demo`: opens the demo shop without a running server, or takes it away. */
import type { Command } from 'commander';
import { demoOptions } from '../../../contract/demo.ts';
import { type Language, languages } from '../../../contract/language.ts';
import { audit, system } from '../../platform/audit.ts';
import type { RunCommand } from '../../platform/command.ts';
import type { Platform } from '../../platform/platform.ts';
import { findWorkspace, forgetWorkspace, saveWorkspace } from '../../platform/workspace.ts';
import { loadShop, type Watch } from './load.ts';
import { planShop, type Wishes } from './open.ts';
import { removeShop } from './remove.ts';
import { findShop, type KindCounts, markRemoving } from './store.ts';

interface DemoFlags {
  scale: string;
  seed: string;
  events: boolean;
  language: Language;
  remove?: true;
}

export interface DemoReport {
  state: 'ready' | 'absent';
  counts: KindCounts;
  seconds: number;
}

export function addDemoCommand(program: Command, run: RunCommand): void {
  program
    .command('demo')
    .description('open the demo shop: twelve months of a made-up seller on three channels')
    .option('--scale <number>', '1 is about 20,000 buyers and 45,000 orders', '1')
    .option('--seed <number>', 'the same seed on the same day makes the same shop', '1')
    .option('--no-events', 'without behaviour on the site')
    .option('--language <language>', `of a company that is not set up yet: ${languages.join(', ')}`, 'ru')
    .option('--remove', 'take the demo shop away')
    .action((flags: DemoFlags) => run((platform) => (flags.remove ? takeAway(platform) : openDemo(platform, flags)), tellReport));
}

/** A shop whose making was killed is finished; the flags then change nothing. */
async function openDemo(platform: Platform, flags: DemoFlags): Promise<DemoReport> {
  const wishes = demoOptions.parse({ scale: Number(flags.scale), seed: Number(flags.seed), events: flags.events });
  await ensureWorkspace(platform, flags.language);
  const shop = await findShop(platform.db.db);
  if (shop?.state !== 'loading') await plan(platform, wishes);
  const started = Date.now();
  const counts = await loadShop(platform, showProgress());
  return { state: 'ready', counts, seconds: (Date.now() - started) / 1_000 };
}

async function plan(platform: Platform, wishes: Wishes): Promise<void> {
  await platform.db.transaction(async (tx) => {
    await planShop(tx, wishes);
    await audit(tx, system, { action: 'demo.opened', object: { kind: 'demo', id: 1 }, after: { ...wishes } });
  });
}

async function takeAway(platform: Platform): Promise<DemoReport> {
  const started = Date.now();
  await platform.db.transaction(async (tx) => {
    if (await markRemoving(tx)) await audit(tx, system, { action: 'demo.removed', object: { kind: 'demo', id: 1 } });
  });
  await removeShop(platform, showProgress());
  return { state: 'absent', counts: {}, seconds: (Date.now() - started) / 1_000 };
}

const homes = {
  ru: { company: 'Тёплая полка', currency: 'RUB', timeZone: 'Europe/Moscow', country: 'RU' },
  uk: { company: 'Тепла полиця', currency: 'UAH', timeZone: 'Europe/Kyiv', country: 'UA' },
  en: { company: 'Warm Shelf', currency: 'RUB', timeZone: 'Europe/Moscow', country: 'RU' },
} as const;

/** Where nobody has set the company up, the demo brings its own; the first visit asks the rest. */
async function ensureWorkspace(platform: Platform, language: Language): Promise<void> {
  if (await findWorkspace(platform.db.db)) return;
  const rest = { language, weekStart: 1, questionnaire: { channels: [], goals: [], risks: [] } };
  await platform.db.transaction((tx) => saveWorkspace(tx, { ...homes[language], ...rest }));
  forgetWorkspace(platform.db.db);
}

function showProgress(): Watch {
  return {
    signal: new AbortController().signal,
    progress: async (done, total) => void process.stderr.write(`\r${done} / ${total} `),
  };
}

function tellReport({ state, counts, seconds }: DemoReport): string {
  const told = Object.entries(counts).map(([kind, count]) => `${kind}: ${count}`);
  return [`\nDemo shop: ${state}, ${seconds.toFixed(1)} s`, ...told].join('\n');
}
