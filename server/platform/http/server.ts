/** The HTTP floor: every operation of every room is read, checked against who is calling, done and answered in one way. */
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import type { Language } from '../../../contract/language.ts';
import type { Projection } from '../outbox.ts';
import type { Platform } from '../platform.ts';
import type { Room } from '../room.ts';
import { chooseLanguage } from '../words.ts';
import { addHealth } from './health.ts';
import { openApi } from './openapi.ts';
import { handle, type Identify } from './operation.ts';
import { Problem, problemBody } from './problem.ts';
import { addReference } from './reference.ts';

export interface HttpOptions {
  platform: Platform;
  rooms: readonly Room[];
  projections: readonly Projection[];
  identify: Identify;
}

export const apiPrefix = '/api/v1';

const bodyLimit = 16 * 1024 * 1024;

const webFolder = join(import.meta.dirname, '../../../dist/web');

/** Builds the server without listening, so that tests can inject requests. */
export async function buildHttp({ platform, rooms, projections, identify }: HttpOptions): Promise<FastifyInstance> {
  const app = fastify({ bodyLimit, loggerInstance: undefined, logger: false, forceCloseConnections: true, trustProxy: 'loopback' });
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  app.addHook('onRequest', refuseOverload(app));
  app.addHook('onSend', securityHeaders);
  app.setErrorHandler((error, request, reply) => sendProblem(platform, request, reply, error as Error));
  for (const room of rooms) addRoom(app, platform, room, identify);
  addHealth(app, platform, projections);
  const description = openApi(rooms);
  app.get('/api/openapi.json', async () => description);
  addReference(app);
  await addWeb(app);
  app.setNotFoundHandler((request, reply) => notFoundPage(platform, request, reply));
  return app;
}

function addRoom(app: FastifyInstance, platform: Platform, room: Room, identify: Identify): void {
  const handlers = room.routes?.(platform) ?? {};
  for (const [key, endpoint] of Object.entries(room.contract ?? {})) {
    const [method, path] = key.split(' ') as [string, string];
    const handler = handlers[key];
    if (!handler) throw new Error(`${room.name} has no handler for ${key}`);
    app.route({
      method: method as 'GET',
      url: apiPrefix + path,
      handler: (request, reply) => handle({ platform, identify, key, endpoint, handler }, request, reply),
    });
  }
}

/** More than this many requests at once are answered 429 rather than made to wait for minutes. */
const maxInFlight = 500;

function refuseOverload(app: FastifyInstance) {
  let inFlight = 0;
  app.addHook('onResponse', async () => {
    inFlight -= 1;
  });
  return async (): Promise<void> => {
    inFlight += 1;
    if (inFlight > maxInFlight) throw new Problem('too-many', { status: 429, values: { seconds: 1 }, retryAfterSeconds: 1 });
  };
}

async function securityHeaders(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.header('x-content-type-options', 'nosniff');
  reply.header('x-frame-options', 'DENY');
  reply.header('referrer-policy', 'same-origin');
  reply.header(
    'content-security-policy',
    "default-src 'self'; img-src 'self' data: blob: https:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'",
  );
}

async function addWeb(app: FastifyInstance): Promise<void> {
  if (!existsSync(webFolder)) return;
  await app.register(fastifyStatic, {
    root: webFolder,
    wildcard: false,
    index: false,
    immutable: true,
    maxAge: '365d',
    cacheControl: true,
  });
}

/** Addresses of screens belong to the web app; unknown operations are problems. */
function notFoundPage(platform: Platform, request: FastifyRequest, reply: FastifyReply) {
  const page = join(webFolder, 'index.html');
  const isScreen = request.method === 'GET' && !request.url.startsWith('/api') && existsSync(page);
  if (isScreen) return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(createReadStream(page));
  return sendProblem(
    platform,
    request,
    reply,
    new Problem('no-such-operation', { status: 404, values: { operation: `${request.method} ${request.url.split('?')[0]}` } }),
  );
}

export function languageOf(request: FastifyRequest): Language {
  return chooseLanguage(request.headers['accept-language']);
}

function sendProblem(platform: Platform, request: FastifyRequest, reply: FastifyReply, error: Error): FastifyReply {
  const problem = asProblem(platform, request, error);
  if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', problem.retryAfterSeconds);
  return reply
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify(problemBody(problem, languageOf(request))));
}

function asProblem(platform: Platform, request: FastifyRequest, error: Error & { code?: string; statusCode?: number }): Problem {
  if (error instanceof Problem) return error;
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Problem('too-large', { status: 413, values: { limit: `${bodyLimit >> 20} MB` } });
  if (error.statusCode === 400) return new Problem('not-json', { status: 400, values: { reason: error.message } });
  platform.log.error(
    { err: { message: error.message, stack: error.stack }, operation: request.routeOptions.url, id: request.id },
    'request failed',
  );
  return new Problem('internal', { status: 500, values: { code: request.id } });
}
