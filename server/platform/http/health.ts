/** Is it alive, is it ready, and how busy: in plain words for people, in Prometheus text for machines. */

import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { outboxLag, type Projection } from '../outbox.ts';
import type { Platform } from '../platform.ts';

export function addHealth(app: FastifyInstance, platform: Platform, _projections: readonly Projection[]): void {
  app.get('/healthz', async () => ({ status: 'ok', says: 'The process answers.' }));
  app.get('/readyz', async (_request, reply) => {
    const checks = await Promise.all([checkDatabase(platform), checkWarehouse(platform), checkLag(platform)]);
    const ready = checks.every((check) => check.ok);
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', checks });
  });
  addMetrics(app, platform);
}

interface Check {
  name: string;
  ok: boolean;
  says: string;
}

async function check(name: string, says: string, work: () => Promise<unknown>): Promise<Check> {
  try {
    await work();
    return { name, ok: true, says };
  } catch (error) {
    return { name, ok: false, says: (error as Error).message };
  }
}

const checkDatabase = ({ db }: Platform) => check('database', 'PostgreSQL answers.', () => sql`select 1`.execute(db.db));

const checkWarehouse = ({ warehouse }: Platform) => check('warehouse', 'The warehouse answers.', () => warehouse.query('SELECT 1', {}));

/** Figures that are this late are a fault, not a delay. */
const lateSeconds = 600;

async function checkLag({ db }: Platform): Promise<Check> {
  try {
    const lag = await outboxLag(db.db);
    const says =
      lag.records === 0
        ? 'Figures are up to date.'
        : `${lag.records} records wait for the warehouse, the oldest for ${Math.round(lag.seconds)} s.`;
    return { name: 'figures', ok: lag.seconds < lateSeconds, says };
  } catch (error) {
    return { name: 'figures', ok: false, says: (error as Error).message };
  }
}

function addMetrics(app: FastifyInstance, platform: Platform): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'prilavok_http_seconds',
    help: 'Time to answer, by operation and status',
    labelNames: ['operation', 'status'],
    registers: [registry],
  });
  new Gauge({
    name: 'prilavok_outbox_lag_seconds',
    help: 'Age of the oldest change that the warehouse has not got',
    registers: [registry],
    async collect() {
      this.set((await outboxLag(platform.db.db)).seconds);
    },
  });
  app.addHook('onResponse', async (request, reply) => {
    const operation = `${request.method} ${request.routeOptions.url ?? 'unknown'}`;
    duration.observe({ operation, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  app.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
}
