/** `prilavok`: the house from the command line. The last line of output of `--json` is the result. */
import { Command } from 'commander';
import { addUserCommands } from './admin/people/index.ts';
import { connectRooms, projections } from './house.ts';
import { addKpiCommand } from './insight/analytics/index.ts';
import { addDemoCommand } from './intake/demo/index.ts';
import { addImportCommand } from './intake/files/index.ts';
import { addBackupCommands } from './platform/backup/command.ts';
import type { RunCommand } from './platform/command.ts';
import { type Config, readConfig } from './platform/config.ts';
import { openLog } from './platform/log.ts';
import { openPlatform } from './platform/open.ts';
import { project, rebuild } from './platform/outbox.ts';
import type { Platform } from './platform/platform.ts';
import { explainAndExit } from './platform/process.ts';

const program = new Command('prilavok')
  .description('The CRM for people who sell on marketplaces and in their own web shop')
  .option('--data <folder>', 'data folder', process.env.DATA_DIR || './data')
  .option('--json', 'print the result as one line of JSON at the end')
  .showHelpAfterError();

/** Opens the machines, does the work, prints its result, closes them. The warehouse is in step afterwards. */
const run: RunCommand = async (work, tell) => {
  const platform = await openPlatform(readSettings(), openLog(process.env.LOG_LEVEL || 'warn'));
  try {
    connectRooms();
    const result = await work(platform);
    await project(platform, projections);
    print(result, tell);
  } finally {
    await platform.close();
  }
};

function readSettings(): Config {
  return readConfig({ ...process.env, DATA_DIR: program.opts<{ data: string }>().data });
}

function print<Result>(result: Result, tell: (result: Result) => string): void {
  process.stdout.write(`${program.opts<{ json?: boolean }>().json ? JSON.stringify(result) : tell(result)}\n`);
}

program
  .command('start')
  .description('start the server')
  .action(async () => {
    process.env.DATA_DIR = program.opts<{ data: string }>().data;
    await import('./main.ts');
  });
addUserCommands(program, run);
addBackupCommands(program, run, readSettings, print);
addImportCommand(program, run);
addDemoCommand(program, run);
addKpiCommand(program, run);
program
  .command('warehouse')
  .description('the warehouse of facts')
  .command('rebuild')
  .description('fill the warehouse again from the database')
  .action(() => run(rebuildWarehouse, ({ records }) => `${records} records written`));

async function rebuildWarehouse(platform: Platform): Promise<{ records: number }> {
  const started = Date.now();
  const records = await rebuild(platform, projections, (done) => {
    process.stderr.write(`\r${done} records, ${Math.round((done / (Date.now() - started)) * 1000)}/s `);
  });
  process.stderr.write('\n');
  return { records };
}

program.parseAsync().catch(explainAndExit);
