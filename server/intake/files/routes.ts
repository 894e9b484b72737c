/** HTTP of imports: upload, look, choose, run, report, undo. */
import { sql } from 'kysely';
import { imports as contract } from '../../../contract/imports.ts';
import { audit } from '../../platform/audit.ts';
import { knownCaller } from '../../platform/caller.ts';
import { notFound, Problem } from '../../platform/http/problem.ts';
import { cutPage, keyset } from '../../platform/page.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Handlers, serve } from '../../platform/room.ts';
import { acceptUpload } from './runs/accept.ts';
import { badRowsFile } from './runs/bad-rows-file.ts';
import { previewRun } from './runs/preview.ts';
import { explain } from './runs/reasons.ts';
import { viewOf } from './runs/run-view.ts';
import { startRun } from './runs/start.ts';
import { findRun, listBadRows, listRuns, type Run, setState } from './runs/store.ts';

export const routes = serve(contract, (platform) => ({ ...runRoutes(platform), ...lookRoutes(platform) }));

async function requireRun(platform: Platform, id: number): Promise<Run> {
  const run = await findRun(platform.db.db, id);
  if (!run) throw notFound('import', id);
  return run;
}

function runRoutes(platform: Platform) {
  return {
    'POST /imports/files': async (call) => {
      const upload = await acceptUpload(platform, call.stream, call.query.name);
      return call.transaction(async (tx) => viewOf(await upload.record(tx, knownCaller(call.caller).name)));
    },
    'POST /imports/:id/start': async ({ params, body, caller }) => {
      const run = await requireRun(platform, params.id);
      await startRun(platform, run, body, knownCaller(caller));
      return viewOf(await requireRun(platform, params.id));
    },
    'POST /imports/:id/cancel': async ({ params, caller }) => {
      const run = await requireRun(platform, params.id);
      if (!run.jobId || !(await platform.jobs.cancel(run.jobId))) throw new Problem('imports:not-running', { status: 409 });
      if (run.state === 'waiting') await setState(platform.db.db, run.id, 'cancelled');
      await audit(platform.db.db, knownCaller(caller), { action: 'imports.cancelled', object: { kind: 'import', id: run.id } });
      return viewOf(await requireRun(platform, params.id));
    },
    'POST /imports/:id/undo': async ({ params, caller }) => {
      const run = await requireRun(platform, params.id);
      if (!['done', 'failed', 'cancelled'].includes(run.state)) throw new Problem('imports:not-finished', { status: 409 });
      const by = knownCaller(caller);
      await platform.db.transaction(async (tx) => {
        await setState(tx, run.id, 'undoing');
        await audit(tx, by, { action: 'imports.undone', object: { kind: 'import', id: run.id } });
        await platform.jobs.start('imports.undo', { runId: run.id }, { tx, startedBy: by.name });
      });
      return viewOf(await requireRun(platform, params.id));
    },
  } satisfies Partial<Handlers<typeof contract>>;
}

function lookRoutes(platform: Platform) {
  const { db } = platform.db;
  return {
    'GET /imports': async ({ query }) => {
      const order = keyset({ column: sql`created_at`, id: sql`id`, type: 'timestamptz', descending: true }, query.cursor);
      const page = cutPage(await listRuns(db, order, query.limit + 1), query.limit, (run) => [run.sortKey, run.id]);
      return { rows: page.rows.map(viewOf), next: page.next, total: null };
    },
    'GET /imports/:id': async ({ params }) => viewOf(await requireRun(platform, params.id)),
    'GET /imports/:id/preview': async ({ params, language }) => previewRun(platform, await requireRun(platform, params.id), language),
    'POST /imports/:id/preview': async ({ params, body, language }) =>
      previewRun(platform, await requireRun(platform, params.id), language, body),
    'GET /imports/:id/bad-rows': async ({ params, query, language }) => {
      const run = await requireRun(platform, params.id);
      const after = query.cursor === undefined ? 0 : Number(query.cursor);
      if (!Number.isSafeInteger(after)) throw new Problem('bad-cursor', { status: 400 });
      const rows = await listBadRows(db, run.id, after, query.limit + 1);
      const page = rows.slice(0, query.limit);
      const next = rows.length > query.limit ? String(page.at(-1)!.no) : null;
      return { rows: page.map(({ no: _, ...row }) => ({ ...row, message: explain(row, language) })), next, total: run.rowsBad };
    },
    'GET /imports/:id/bad-rows.csv': async ({ params, language }) => {
      const run = await requireRun(platform, params.id);
      return { name: `${run.fileName}-bad-rows.csv`, type: 'text/csv; charset=utf-8', content: badRowsFile(db, run.id, language) };
    },
  } satisfies Partial<Handlers<typeof contract>>;
}
