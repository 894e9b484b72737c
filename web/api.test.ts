/** The typed client: addresses as the contract writes them, refusals as problems, a lost session told to the frame. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addressOf, api, onSessionEnd } from './api.ts';
import { ApiProblem } from './api-problem.ts';

const answers: Response[] = [];
const asked: [string, RequestInit][] = [];

beforeEach(() => {
  answers.length = 0;
  asked.length = 0;
  vi.stubGlobal('document', { documentElement: { lang: 'uk' } });
  vi.stubGlobal('fetch', async (address: string, request: RequestInit) => {
    asked.push([address, request]);
    const answer = answers.shift();
    if (!answer) throw new TypeError('network');
    return answer;
  });
});

afterEach(() => vi.unstubAllGlobals());

const problem = (status: number, body: object) => new Response(JSON.stringify(body), { status });

test('[INT-1] writes parameters and repeated query values into the address, leaving out what is empty', () => {
  expect(addressOf('PATCH /fields/:id', { params: { id: 7 } })).toBe('/api/v1/fields/7');
  expect(addressOf('GET /audit', { query: { action: 'people.', actorId: undefined, limit: 20 } })).toBe(
    '/api/v1/audit?action=people.&limit=20',
  );
});

test('[INT-1] sends JSON in the reader’s language, with a key that makes a repeat harmless', async () => {
  answers.push(Response.json({ id: 1, path: '/invitation#x', expiresAt: '2026-11-22T00:00:00Z' }));
  await api('POST /people/invitations', { body: { email: 'a@example.com', role: 'operator' } });
  const [address, { method, headers, body }] = asked[0] ?? ['', {}];
  expect([address, method, body]).toEqual(['/api/v1/people/invitations', 'POST', '{"email":"a@example.com","role":"operator"}']);
  expect(headers).toMatchObject({ 'accept-language': 'uk', 'content-type': 'application/json' });
  expect((headers as Record<string, string>)['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
});

test('[SEC-1] a refusal carries its sentence and its fields; a session that ended is told to the frame, a wrong password is not', async () => {
  const ended = vi.fn<() => void>();
  const stop = onSessionEnd(ended);
  answers.push(
    problem(422, { title: 'Проверьте поля', status: 422, code: 'invalid', fields: [{ field: 'email', code: 'x', message: 'Не адрес' }] }),
  );
  const refusal = await api('GET /people').catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ApiProblem);
  expect(refusal).toMatchObject({ status: 422, code: 'invalid', title: 'Проверьте поля', fields: { email: 'Не адрес' } });
  answers.push(problem(401, { title: 'Нет', code: 'people:wrong-credentials' }));
  await expect(api('POST /session', { body: { email: 'a', password: 'b' } })).rejects.toMatchObject({ status: 401 });
  expect(ended).not.toHaveBeenCalled();
  answers.push(problem(401, { title: 'Войдите', code: 'sign-in-first' }));
  await expect(api('GET /people')).rejects.toMatchObject({ status: 401 });
  expect(ended).toHaveBeenCalledOnce();
  stop();
});

test('[5.1] a server that cannot be reached is a problem of its own', async () => {
  vi.useFakeTimers();
  await expect(api('GET /people')).rejects.toMatchObject({ status: 0, code: 'unreachable' });
  answers.push(new Response('{}'));
  await vi.advanceTimersByTimeAsync(4000);
  expect(asked.at(-1)?.[0]).toBe('/healthz');
  vi.useRealTimers();
});
