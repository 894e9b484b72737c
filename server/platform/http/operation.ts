/** One operation in four sentences: who is it, may he, is the input right, do it and answer. */
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Endpoint } from '../../../contract/endpoint.ts';
import type { Platform } from '../platform.ts';
import type { Call, Caller, FileAnswer, Handler } from '../room.ts';
import { chooseLanguage } from '../words.ts';
import { keptAnswer, transactionOnce } from './idempotency.ts';
import { Problem } from './problem.ts';
import { parseInput } from './validation.ts';

export type Identify = (platform: Platform, headers: FastifyRequest['headers'], address: string) => Promise<Caller | null>;

export interface Operation {
  platform: Platform;
  identify: Identify;
  key: string;
  endpoint: Endpoint;
  handler: Handler<Endpoint>;
}

export async function handle(operation: Operation, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const caller = await operation.identify(operation.platform, request.headers, request.ip);
  checkOrigin(request);
  checkMay(operation.endpoint, caller);
  const call = readCall(operation, request, reply, caller);
  const kept = call.repeat && (await keptAnswer(operation.platform.db.db, call.repeat));
  if (kept) return reply.header('idempotency-replayed', 'true').status(201).send(kept.answer);
  return answer(operation.endpoint, reply, await operation.handler(call));
}

/** A browser says which site sent an unsafe request; only our own pages may. */
function checkOrigin(request: FastifyRequest): void {
  const { origin, host } = request.headers;
  if (request.method === 'GET' || !origin || !request.headers.cookie) return;
  const forwarded = request.headers['x-forwarded-host'] ?? host;
  if (URL.canParse(origin) && new URL(origin).host === forwarded) return;
  throw new Problem('foreign-origin', { status: 403 });
}

function checkMay({ may }: Endpoint, caller: Caller | null): void {
  if (may === 'anyone') return;
  if (!caller) throw new Problem('sign-in-first', { status: 401 });
  if (may === 'signed-in' || caller.permissions.has(may)) return;
  if (caller.kind === 'key') throw new Problem('key-not-allowed', { status: 403, values: { permission: may } });
  throw new Problem('not-allowed', { status: 403 });
}

function readCall({ platform, key, endpoint }: Operation, request: FastifyRequest, reply: FastifyReply, caller: Caller | null) {
  const { params, query, body, stream } = endpoint;
  const repeat = endpoint.creates ? repeatOf(key, request, caller) : null;
  const call = {
    params: params ? parseInput(params, request.params, 'path') : {},
    query: query ? parseInput(query, request.query, 'query') : {},
    body: body && stream !== 'upload' ? parseInput(body, request.body ?? undefined, 'body') : undefined,
    caller,
    language: chooseLanguage(request.headers['accept-language']),
    stream: stream === 'upload' ? ((request.body as NodeJS.ReadableStream | undefined) ?? request.raw) : request.raw,
    headers: request.headers,
    address: request.ip,
    setHeader: (name: string, value: string) => void reply.header(name, value),
    transaction: <T>(work: Parameters<typeof platform.db.transaction<T>>[0]) =>
      repeat ? transactionOnce(platform.db, repeat, work) : platform.db.transaction(work),
    repeat,
  };
  return call as typeof call & Call<Endpoint>;
}

function repeatOf(operation: string, request: FastifyRequest, caller: Caller | null) {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || key.length === 0 || key.length > 200) return null;
  const requestHash = createHash('sha256')
    .update(JSON.stringify([request.url, request.body ?? null]))
    .digest('base64');
  return { key, operation, requestHash, caller: caller ? `${caller.kind}:${caller.id}` : `address:${request.ip}` };
}

function answer(endpoint: Endpoint, reply: FastifyReply, result: unknown): unknown {
  if (endpoint.stream === 'download') return sendFile(reply, result as FileAnswer);
  if (!endpoint.answer) return reply.status(204).send();
  return reply.status(endpoint.creates ? 201 : 200).send(result);
}

function sendFile(reply: FastifyReply, { name, type, content }: FileAnswer): FastifyReply {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  reply.header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`);
  return reply.type(type).send(content);
}
