/** Imports as rows. */
import { sql } from 'kysely';
import type {
  BadRowReason,
  ColumnMapping,
  DuplicateRule,
  ImportRun,
  ImportSums,
  ImportTally,
  PresetName,
} from '../../../../contract/imports.ts';
import type { SaveCounts } from '../../../models/versions.ts';
import { type CopyValue, copyRows, type Db } from '../../../platform/postgres/database.ts';
import type { BadRow } from '../translate/piece.ts';

export interface Run {
  id: number;
  state: ImportRun['state'];
  fileName: string;
  fileId: string | null;
  path: string | null;
  fingerprint: string;
  preset: PresetName;
  mapping: ColumnMapping | null;
  duplicates: DuplicateRule;
  channelId: number | null;
  batchNo: number;
  recordsDone: number;
  rowsDone: number;
  rowsBad: number;
  rowsTotal: number | null;
  counts: Record<string, SaveCounts>;
  tally: ImportTally | Record<string, never>;
  sums: Record<string, ImportSums>;
  ignored: string[];
  error: string | null;
  jobId: string | null;
  createdBy: string | null;
  createdAt: Date;
  startedAt: Date | null;
  resumedAt: Date | null;
  resumedRows: number;
  finishedAt: Date | null;
}

const columns = sql`id, state, file_name as "fileName", file_id as "fileId", path, fingerprint, preset, mapping, duplicates, channel_id as "channelId",
  batch_no as "batchNo", records_done as "recordsDone", rows_done as "rowsDone", rows_bad as "rowsBad", rows_total as "rowsTotal", counts, tally, sums,
  ignored, error, job_id as "jobId", created_by as "createdBy", created_at as "createdAt", started_at as "startedAt", resumed_at as "resumedAt",
  resumed_rows as "resumedRows", finished_at as "finishedAt"`;

export type NewRun = Pick<Run, 'fileName' | 'fileId' | 'path' | 'fingerprint' | 'preset' | 'createdBy'>;

export async function addRun(tx: Db, run: NewRun): Promise<Run> {
  const { rows } = await sql<Run>`
    insert into imports.runs (state, file_name, file_id, path, fingerprint, preset, duplicates, created_by)
    values ('ready', ${run.fileName}, ${run.fileId}, ${run.path}, ${run.fingerprint}, ${run.preset}, 'update', ${run.createdBy})
    returning ${columns}`.execute(tx);
  return rows[0] as Run;
}

export async function findRun(db: Db, id: number): Promise<Run | null> {
  const { rows } = await sql<Run>`select ${columns} from imports.runs where id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** A run of the same content with the same settings that was stopped half way. */
export async function findUnfinished(
  db: Db,
  wanted: Pick<Run, 'fingerprint' | 'preset' | 'channelId' | 'duplicates'>,
): Promise<Run | null> {
  const { rows } = await sql<Run>`
    select ${columns} from imports.runs where fingerprint = ${wanted.fingerprint} and state in ('waiting', 'running') and job_id is null
      and preset = ${wanted.preset} and channel_id = ${wanted.channelId} and duplicates = ${wanted.duplicates}
    order by id desc limit 1`.execute(db);
  return rows[0] ?? null;
}

export async function listRuns(db: Db, keyset: { where: ReturnType<typeof sql>; orderBy: ReturnType<typeof sql> }, limit: number) {
  const { rows } = await sql<Run & { sortKey: string }>`
    select ${columns}, created_at::text as "sortKey" from imports.runs where ${keyset.where} order by ${keyset.orderBy} limit ${limit}`.execute(
    db,
  );
  return rows;
}

export interface Choice {
  preset: PresetName;
  mapping: ColumnMapping | null;
  duplicates: DuplicateRule;
  channelId: number;
}

/** False where the run is under way or over. */
export async function chooseSettings(tx: Db, id: number, choice: Choice): Promise<boolean> {
  const { rows } = await sql`
    update imports.runs set state = 'waiting', preset = ${choice.preset}, mapping = ${choice.mapping && JSON.stringify(choice.mapping)},
      duplicates = ${choice.duplicates}, channel_id = ${choice.channelId}
    where id = ${id} and state = 'ready' returning true`.execute(tx);
  return rows.length > 0;
}

export async function setJob(tx: Db, id: number, jobId: string): Promise<void> {
  await sql`update imports.runs set job_id = ${jobId} where id = ${id}`.execute(tx);
}

export async function setState(db: Db, id: number, state: Run['state'], error: string | null = null): Promise<void> {
  await sql`update imports.runs set state = ${state}, error = ${error},
      finished_at = case when ${state} in ('done', 'failed', 'cancelled', 'undone') then now() else null end where id = ${id}`.execute(db);
}

/** Takes a run up, from its beginning or where it was stopped. */
export async function resumeRun(db: Db, id: number, rowsTotal: number, ignored: readonly string[]): Promise<void> {
  await sql`update imports.runs set state = 'running', rows_total = ${rowsTotal}, ignored = ${ignored as string[]}, started_at = coalesce(started_at, now()),
      resumed_at = now(), resumed_rows = rows_done, error = null where id = ${id}`.execute(db);
}

export interface Checkpoint {
  batchNo: number;
  recordsDone: number;
  rowsDone: number;
  rowsBad: number;
  counts: Run['counts'];
  tally: ImportTally;
  sums: Run['sums'];
}

/** Must run in the transaction that stores the batch. */
export async function writeCheckpoint(tx: Db, id: number, at: Checkpoint): Promise<void> {
  await sql`update imports.runs set batch_no = ${at.batchNo}, records_done = ${at.recordsDone}, rows_done = ${at.rowsDone}, rows_bad = ${at.rowsBad},
      counts = ${JSON.stringify(at.counts)}, tally = ${JSON.stringify(at.tally)}, sums = ${JSON.stringify(at.sums)} where id = ${id}`.execute(
    tx,
  );
}

/** @param before how many of the run's bad rows are stored already */
export async function addBadRows(tx: Db, runId: number, before: number, bad: readonly BadRow[]): Promise<void> {
  const rows: CopyValue[][] = bad.map((row, i) => [runId, before + i + 1, row.file, row.line, row.column, row.reason, row.raw]);
  await copyRows(tx, 'imports.bad_rows', ['run_id', 'no', 'file', 'line', 'column_name', 'reason', 'raw'], rows);
}

export interface StoredBadRow {
  no: number;
  file: string;
  line: number;
  column: string | null;
  reason: BadRowReason;
  raw: string;
}

export async function listBadRows(db: Db, runId: number, after: number, limit: number): Promise<StoredBadRow[]> {
  const { rows } = await sql<StoredBadRow>`
    select no, file, line, column_name as "column", reason, raw from imports.bad_rows where run_id = ${runId} and no > ${after} order by no limit ${limit}`.execute(
    db,
  );
  return rows;
}

export async function rememberMapping(tx: Db, signature: string, mapping: ColumnMapping): Promise<void> {
  await sql`insert into imports.mappings (signature, mapping) values (${signature}, ${JSON.stringify(mapping)})
    on conflict (signature) do update set mapping = excluded.mapping, used_at = now()`.execute(tx);
}

export async function recallMapping(db: Db, signature: string): Promise<ColumnMapping | null> {
  const { rows } = await sql<{ mapping: ColumnMapping }>`select mapping from imports.mappings where signature = ${signature}`.execute(db);
  return rows[0]?.mapping ?? null;
}
