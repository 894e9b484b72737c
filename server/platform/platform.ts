/** The machines a room stands on, handed to it as one value. */
import type { Config } from './config.ts';
import type { Files } from './files.ts';
import type { Jobs } from './jobs.ts';
import type { Log } from './log.ts';
import type { Database } from './postgres/database.ts';
import type { Secrets } from './secrets.ts';
import type { Warehouse } from './warehouse/warehouse.ts';

export interface Platform {
  config: Config;
  log: Log;
  db: Database;
  warehouse: Warehouse;
  jobs: Jobs;
  files: Files;
  secrets: Secrets;
}
