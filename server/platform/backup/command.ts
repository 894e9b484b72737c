/** `prilavok backup` and `prilavok restore`. */
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { RunCommand } from '../command.ts';
import type { Config } from '../config.ts';
import { openLog } from '../log.ts';
import { type Backup, backup } from './backup.ts';
import { restore } from './restore.ts';

/** @param print writes a result as the caller of the program wants it */
export function addBackupCommands(
  program: Command,
  run: RunCommand,
  readSettings: () => Config,
  print: <Result>(result: Result, tell: (result: Result) => string) => void,
): void {
  program
    .command('backup [file]')
    .description('copy the whole installation into one file, which is as secret as the data folder')
    .action((file?: string) => run((platform) => backup(platform, resolve(file ?? defaultName(platform.config))), tellBackup));
  program
    .command('restore <file>')
    .description('make an installation out of a backup in an empty data folder')
    .action(async (file: string) => {
      const config = readSettings();
      await restore(resolve(file), config, openLog(process.env.LOG_LEVEL || 'warn'));
      print({ dataDir: config.dataDir }, ({ dataDir }) => `restored into ${dataDir}`);
    });
}

function defaultName({ dataDir }: Config): string {
  return join(dataDir, 'backups', `prilavok-${new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}.tar.zst`);
}

function tellBackup({ file, size }: Backup): string {
  return `${file}, ${(size / 1024 / 1024).toFixed(1)} MB`;
}
