/** What one HTTP operation promises: the single description that validation, OpenAPI and the typed client are made from. */
import type { z } from 'zod';
import type { Permission } from './access.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The key of an operation in a contract, path below `/api/v1`: `GET /orders/:id`. */
export type OperationKey = `${Method} /${string}`;

export interface Endpoint {
  /** One sentence for the reference page. */
  says: string;
  /** Who may call it: a permission, any person or key that is known (an account refuses keys itself), or anyone at all (sign-in, first visit, health). */
  may: Permission | 'signed-in' | 'anyone';
  params?: z.ZodType;
  query?: z.ZodType;
  /** JSON body. Absent for operations that take none or a raw stream. */
  body?: z.ZodType;
  /** `upload`: the body is a raw byte stream; `download`: the answer is a file. */
  stream?: 'upload' | 'download';
  answer?: z.ZodType;
  /** A POST that creates something honours `Idempotency-Key`. */
  creates?: true;
}

/** Keeps the literal type of one operation so that handlers and the client are checked against it. */
export function endpoint<const Described extends Endpoint>(described: Described): Described {
  return described;
}

/** What a handler gets, and what a client sends: the output or the input side of a schema that the operation may lack. */
export type OutputOf<E, Part extends 'params' | 'query' | 'body' | 'answer', Missing> = E extends {
  [K in Part]: infer Schema extends z.ZodType;
}
  ? z.output<Schema>
  : Missing;

export type InputOf<E, Part extends 'params' | 'query' | 'body' | 'answer', Missing> = E extends {
  [K in Part]: infer Schema extends z.ZodType;
}
  ? z.input<Schema>
  : Missing;

export type Contract = Record<OperationKey, Endpoint>;
