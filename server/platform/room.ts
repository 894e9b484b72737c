/** The furniture every room may bring to the house: its operations, its background work, its rows for the warehouse. */
import type { Permission, Role } from '../../contract/access.ts';
import type { Contract, Endpoint, InputOf, OutputOf } from '../../contract/endpoint.ts';
import type { Language } from '../../contract/language.ts';
import type { Listeners } from './bus.ts';
import type { JobDefinition } from './job-definition.ts';
import type { Schedule } from './jobs.ts';
import type { Projection } from './outbox.ts';
import type { Platform } from './platform.ts';
import type { Db } from './postgres/database.ts';

/** Who is calling, as sign-in or an API key established it. */
export interface Caller {
  kind: 'person' | 'key';
  id: string;
  name: string;
  role: Role | null;
  permissions: ReadonlySet<Permission>;
  /** Network address, for the audit log. */
  address?: string;
}

export interface Call<E extends Endpoint> {
  params: OutputOf<E, 'params', Record<string, never>>;
  query: OutputOf<E, 'query', Record<string, never>>;
  body: OutputOf<E, 'body', undefined>;
  /** Null only on operations that `anyone` may call. */
  caller: Caller | null;
  language: Language;
  /** The raw request body of an `upload`. */
  stream: NodeJS.ReadableStream;
  headers: Record<string, string | string[] | undefined>;
  address: string;
  /** Sets a header of the answer; `set-cookie` may be set several times. */
  setHeader(name: string, value: string): void;
  /**
   * One transaction for the whole operation. Operations that `create` must answer with what `work` returns: it is kept with the
   * caller's `Idempotency-Key` in the same transaction, so that a repeat gets the same answer and makes nothing twice.
   */
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>;
}

/** What a `download` answers with. */
export interface FileAnswer {
  name: string;
  type: string;
  content: NodeJS.ReadableStream | Buffer | string;
}

export type Handler<E extends Endpoint> = (
  call: Call<E>,
) => Promise<E extends { stream: 'download' } ? FileAnswer : InputOf<E, 'answer', void>>;

/** One handler for every operation of a contract; a missing one does not compile. */
export type Handlers<C extends Contract> = { [Key in keyof C]: C[Key] extends Endpoint ? Handler<C[Key]> : never };

export interface Room {
  /** Also the room's PostgreSQL schema and its folder of words. */
  name: string;
  contract?: Contract;
  routes?(platform: Platform): Record<string, Handler<Endpoint>>;
  jobs?: readonly JobDefinition[];
  schedules?: readonly Schedule[];
  projections?: readonly Projection[];
  listens?: Listeners;
}

/** Ties a contract to its handlers with full types, then forgets them so that rooms fit in one list. */
export function serve<C extends Contract>(contract: C, handlers: (platform: Platform) => Handlers<C>) {
  return { contract: contract as Contract, routes: handlers as unknown as NonNullable<Room['routes']> };
}
