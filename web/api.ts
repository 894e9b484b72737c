/** The typed door to the server: `api('GET /orders', { query })` answers what the contract promises or throws `ApiProblem`. */

import type { ApiProblem } from './api-problem.ts';
import { problemFrom, unreachable } from './api-problem.ts';
import type { AnswerOf, Arguments, Key, Sending } from './api-types.ts';
import { noteReached } from './reachability.ts';

export { ApiProblem } from './api-problem.ts';

const root = '/api/v1';

type Loose = Pick<Sending<Key>, 'signal'> & {
  params?: Record<string, string | number>;
  query?: Record<string, unknown>;
  body?: unknown;
};

const listeners = new Set<() => void>();

/** Calls `listener` whenever the server says the session is over; returns the way to stop. */
export function onSessionEnd(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The address of an operation, for links and downloads. */
export function addressOf<K extends Key>(key: K, sending: Omit<Sending<K>, 'body' | 'signal'>): string {
  return address(key, sending as Loose);
}

/** Calls one operation. Throws `ApiProblem` on refusal, with status 0 when the server cannot be reached. */
export async function api<K extends Key>(key: K, ...[sending]: Arguments<K>): Promise<AnswerOf<K>> {
  const text = await call(key, (sending ?? {}) as Loose);
  return (text ? JSON.parse(text) : undefined) as AnswerOf<K>;
}

async function call(key: string, sending: Loose): Promise<string> {
  const response = await fetch(address(key, sending), request(key, sending)).catch((error: unknown) => {
    if (sending.signal?.aborted) throw error;
    noteReached(false);
    throw unreachable();
  });
  noteReached(true);
  const text = await response.text();
  if (!response.ok) throw refused(problemFrom(response.status, text), key);
  return text;
}

/** A lost session is told to the frame; a wrong password at the door is not a lost session. */
export function refused(problem: ApiProblem, key: string): ApiProblem {
  if (problem.status === 401 && !key.endsWith(' /session')) for (const listener of listeners) listener();
  return problem;
}

function request(key: string, { body, signal }: Loose): RequestInit {
  const method = key.split(' ')[0] ?? 'GET';
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': document.documentElement.lang };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (method === 'POST') headers['idempotency-key'] = crypto.randomUUID();
  return { method, headers, body: body === undefined ? undefined : JSON.stringify(body), signal, credentials: 'same-origin' };
}

function address(key: string, { params, query }: Loose): string {
  const path = key.slice(key.indexOf(' ') + 1).replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''));
  const search = queryString(query ?? {});
  return `${root}${path}${search && `?${search}`}`;
}

function queryString(query: Record<string, unknown>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  return search.toString();
}
