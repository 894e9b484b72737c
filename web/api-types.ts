/** What each operation of the contract takes and answers, derived from the schemas as types alone: no schema reaches the browser. */
import type { z } from 'zod';
import type { contract } from '../contract/index.ts';

type Contract = typeof contract;

/** `GET /orders/:id` and every other operation the server knows. */
export type Key = keyof Contract;

type Part = 'query' | 'body' | 'answer';
type SchemaOf<K extends Key, P extends Part> = Contract[K] extends { [F in P]?: infer S } ? Extract<S, z.ZodType> : never;

/** An operation without a part has the schema of anything there. */
type Absent<S> = [S] extends [never] ? true : S extends z.ZodType ? (unknown extends z.output<S> ? true : false) : true;

/** Coerced fields accept anything on the way in; callers are held to the type that comes out. */
type Held<In, Out> = { [F in keyof In]: unknown extends In[F] ? (F extends keyof Out ? Out[F] : In[F]) : In[F] };

export type QueryOf<K extends Key> = Held<z.input<SchemaOf<K, 'query'>>, z.output<SchemaOf<K, 'query'>>>;
export type BodyOf<K extends Key> = z.input<SchemaOf<K, 'body'>>;

/** The parsed JSON answer; `undefined` for operations that answer nothing. */
export type AnswerOf<K extends Key> = Absent<SchemaOf<K, 'answer'>> extends true ? undefined : z.output<SchemaOf<K, 'answer'>>;

type PathParams<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | PathParams<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

type ParamsPart<K extends Key> = [PathParams<K>] extends [never]
  ? { params?: undefined }
  : { params: Record<PathParams<K>, string | number> };
type QueryPart<K extends Key> = Absent<SchemaOf<K, 'query'>> extends true ? { query?: undefined } : { query?: Partial<QueryOf<K>> };
type BodyPart<K extends Key> = Absent<SchemaOf<K, 'body'>> extends true ? { body?: undefined } : { body: BodyOf<K> };

/** What a call to one operation carries; only the parts the contract asks for are required. */
export type Sending<K extends Key> = ParamsPart<K> & QueryPart<K> & BodyPart<K> & { signal?: AbortSignal };

/** Operations whose call may be made without saying anything. */
export type Arguments<K extends Key> = Record<never, never> extends Sending<K> ? [sending?: Sending<K>] : [sending: Sending<K>];

/** Operations that answer with a page of rows. */
export type ListKey = { [K in Key]: AnswerOf<K> extends { rows: unknown[]; next: string | null } ? K : never }[Key];
export type RowOf<K extends Key> = AnswerOf<K> extends { rows: (infer Row)[] } ? Row : never;
