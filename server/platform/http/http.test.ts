import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { permissions } from '../../../contract/access.ts';
import { endpoint } from '../../../contract/endpoint.ts';
import { openTestPlatform } from '../../../tests/rig/platform.ts';
import type { OpenPlatform } from '../open.ts';
import { type Caller, serve } from '../room.ts';
import { Problem } from './problem.ts';
import { buildHttp } from './server.ts';

let platform: OpenPlatform;
let app: FastifyInstance;

const contract = {
  'POST /things': endpoint({
    says: 'Makes a thing',
    may: 'orders.write',
    creates: true,
    body: z.object({ name: z.string().min(2).max(5), count: z.int().min(1).optional() }),
    answer: z.object({ id: z.int() }),
  }),
  'GET /broken': endpoint({ says: 'Fails', may: 'anyone', answer: z.object({}) }),
  'GET /refused': endpoint({ says: 'Refuses', may: 'anyone', answer: z.object({}) }),
};

const caller: Caller = { kind: 'person', id: '1', name: 'Owner', role: 'owner', permissions: new Set(permissions) };

beforeAll(async () => {
  platform = await openTestPlatform();
  await sql`create table public.things (id bigint generated always as identity primary key, name text)`.execute(platform.db.db);
  const room = {
    name: 'things',
    ...serve(contract, () => ({
      'POST /things': ({ body, transaction }) =>
        transaction(async (tx) => {
          const { rows } = await sql<{ id: number }>`insert into public.things (name) values (${body.name}) returning id`.execute(tx);
          return rows[0] as { id: number };
        }),
      'GET /broken': async () => {
        throw new Error('secret inside');
      },
      'GET /refused': async () => {
        throw new Problem('too-many', { status: 429, values: { seconds: 2 }, retryAfterSeconds: 2 });
      },
    })),
  };
  app = await buildHttp({
    platform,
    rooms: [room],
    projections: [],
    identify: async (_platform, headers) => (headers.authorization ? caller : null),
  });
});
afterAll(async () => {
  await app.close();
  await platform.close();
});

const make = (payload: object, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: '/api/v1/things', payload, headers: { authorization: 'x', ...headers } });

const countThings = async () => (await sql<{ n: number }>`select count(*)::int as n from public.things`.execute(platform.db.db)).rows[0]?.n;

test('[INT-1] a bad request names every bad field in the language of the caller', async () => {
  const answer = await make({ name: 'x', count: 0 }, { 'accept-language': 'ru-RU,ru;q=0.9' });
  expect(answer.statusCode).toBe(422);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json().fields).toEqual([
    { field: 'name', code: 'field.too-short', message: 'Не короче 2 символов.' },
    { field: 'count', code: 'field.too-small', message: 'Не меньше 1.' },
  ]);
  const missing = await make({}, { 'accept-language': 'uk' });
  expect(missing.json().fields).toEqual([{ field: 'name', code: 'field.required', message: 'Заповніть це поле.' }]);
});

test('[INT-1] a repeat with the same Idempotency-Key makes nothing twice, also when both come at once', async () => {
  const before = await countThings();
  const answers = await Promise.all([1, 2, 3, 4].map(() => make({ name: 'cup' }, { 'idempotency-key': 'k1' })));
  expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
  expect(answers.every((answer) => answer.statusCode === 201)).toBe(true);
  expect(await countThings()).toBe((before ?? 0) + 1);
  const other = await make({ name: 'pot' }, { 'idempotency-key': 'k1' });
  expect(other.json().code).toBe('same-key-other-request');
});

test('[INT-1] a body that is not JSON, an unknown operation and a failure are problems, never a bare error', async () => {
  const notJson = await app.inject({
    method: 'POST',
    url: '/api/v1/things',
    payload: '{',
    headers: { authorization: 'x', 'content-type': 'application/json' },
  });
  expect([notJson.statusCode, notJson.json().code]).toEqual([400, 'not-json']);
  const unknown = await app.inject({ method: 'GET', url: '/api/v1/nothing' });
  expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'no-such-operation']);
  const broken = await app.inject({ method: 'GET', url: '/api/v1/broken' });
  expect([broken.statusCode, broken.json().code]).toEqual([500, 'internal']);
  expect(broken.body).not.toContain('secret inside');
});

test('[COL-13] overload is answered with 429 and when to come again', async () => {
  const answer = await app.inject({ method: 'GET', url: '/api/v1/refused' });
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '2']);
});

test('[SEC-1] a page of another site cannot act with our cookie', async () => {
  const foreign = await make({ name: 'cup' }, { cookie: 'a=b', origin: 'https://other.example', host: 'shop.example' });
  expect([foreign.statusCode, foreign.json().code]).toEqual([403, 'foreign-origin']);
  expect((await make({ name: 'cup' }, { cookie: 'a=b', origin: 'https://shop.example', host: 'shop.example' })).statusCode).toBe(201);
});

test('[INT-1] the description of the API is OpenAPI 3.1 and its page comes from this server alone', async () => {
  const description = (await app.inject({ url: '/api/openapi.json' })).json();
  expect(description.openapi).toBe('3.1.0');
  expect(description.paths['/api/v1/things'].post.requestBody.content['application/json'].schema.required).toEqual(['name']);
  const page = await app.inject({ url: '/api' });
  expect(page.body).not.toMatch(/https?:\/\//);
  expect((await app.inject({ url: '/api/reference/swagger-ui-bundle.js' })).statusCode).toBe(200);
});

test('[SYN-4] readiness says in words what is well, and metrics name operations without values', async () => {
  const ready = (await app.inject({ url: '/readyz' })).json();
  expect(ready.checks.map((check: { says: string }) => check.says)).toEqual([
    'PostgreSQL answers.',
    'The warehouse answers.',
    'Figures are up to date.',
  ]);
  expect((await app.inject({ url: '/metrics' })).body).toContain(
    'prilavok_http_seconds_count{operation="POST /api/v1/things",status="201"}',
  );
});
