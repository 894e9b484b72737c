/** Calls operations as browsers and programs do, without a network: each visitor has a cookie or a key of its own. */
import type { FastifyInstance } from 'fastify';
import type { Permission, Role } from '../../contract/access.ts';
import { identify } from '../../server/admin/identify.ts';
import { apiPrefix, buildHttp } from '../../server/platform/http/server.ts';
import type { Platform } from '../../server/platform/platform.ts';
import type { Room } from '../../server/platform/room.ts';

export interface Answered<Body = unknown> {
  status: number;
  body: Body;
  headers: Record<string, string | string[] | number | undefined>;
}

export interface Visitor {
  /** `POST /people/invitations`, with parameters already in the path. */
  call<Body = never>(operation: string, body?: unknown, headers?: Record<string, string>): Promise<Answered<Body>>;
  /** The session's cookie; empty for a stranger and for a key. */
  cookie: string;
}

export interface Door {
  stranger(address?: string): Visitor;
  withKey(key: string): Visitor;
  withCookie(cookie: string): Visitor;
  /** Sets the company up and signs its first owner in; once. */
  setUp(): Promise<Visitor>;
  signIn(email: string, password: string): Promise<Visitor>;
  /** A new person of this role, invited by `owner` and signed in. */
  join(owner: Visitor, role: Role): Promise<Visitor>;
  makeKey(owner: Visitor, scopes: Permission[]): Promise<Visitor>;
  close(): Promise<void>;
}

export const testPassword = 'mushroom ladder 40';

export const testCompany = {
  company: 'Лавка на углу',
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  country: 'RU',
  language: 'ru',
  owner: { name: 'Анна Петрова', email: 'anna@example.com', password: testPassword },
};

export async function openDoor(platform: Platform, rooms: readonly Room[]): Promise<Door> {
  const http = await buildHttp({ platform, rooms, projections: [], identify });
  const visitor = (headers: Record<string, string>, address?: string) => visitorOf(http, headers, address);
  const withCookie = (cookie: string) => visitor({ cookie });
  const stranger = (address?: string) => visitor({}, address);
  return {
    stranger,
    withKey: (key) => visitor({ authorization: `Bearer ${key}` }),
    withCookie,
    setUp: async () => withCookie(cookieOf(await stranger().call('POST /setup', testCompany))),
    signIn: async (email, password) => withCookie(cookieOf(await stranger().call('POST /session', { email, password }))),
    join: async (owner, role) => {
      const link = await owner.call<{ path: string }>('POST /people/invitations', { email: `${role}-${Date.now()}@example.com`, role });
      const [, token] = link.body.path.split('#');
      return withCookie(cookieOf(await stranger().call('POST /invitation', { token, name: `Test ${role}`, password: testPassword })));
    },
    makeKey: async (owner, scopes) => {
      const made = await owner.call<{ key: string }>('POST /keys', { name: scopes.join(' '), scopes });
      return visitor({ authorization: `Bearer ${made.body.key}` });
    },
    close: () => http.close(),
  };
}

function visitorOf(http: FastifyInstance, own: Record<string, string>, address = '127.0.0.1'): Visitor {
  return {
    cookie: own.cookie ?? '',
    call: async (operation, body, headers = {}) => {
      const [method, path] = operation.split(' ') as ['GET', string];
      const answer = await http.inject({
        method,
        url: apiPrefix + path,
        remoteAddress: address,
        headers: { ...own, ...headers },
        ...(body !== undefined && { payload: body as object }),
      });
      const isJson = String(answer.headers['content-type'] ?? '').includes('json');
      return { status: answer.statusCode, headers: answer.headers, body: (isJson ? answer.json() : answer.body) as never };
    },
  };
}

function cookieOf(answer: Answered): string {
  const [cookie] = [answer.headers['set-cookie']].flat();
  if (typeof cookie !== 'string') throw new Error(`No session: ${answer.status} ${JSON.stringify(answer.body)}`);
  return cookie.split(';')[0] as string;
}
