/** What one HTTP operation promises: the single description that validation, OpenAPI and the typed client are made from. */
import type { z } from 'zod';
import type { Permission } from './access.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The key of an operation in a contract, path below `/api/v1`: `GET /orders/:id`. */
export type OperationKey = `${Method} /${string}`;

export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  /** One sentence for the reference page. */
  says: string;
  /** Who may call it: a permission, any signed-in person, or anyone at all (sign-in, first visit, health). */
  may: Permission | 'signed-in' | 'anyone';
  params?: Params;
  query?: Query;
  /** JSON body. Absent for operations that take none or a raw stream. */
  body?: Body;
  /** `upload`: the body is a raw byte stream; `download`: the answer is a file. */
  stream?: 'upload' | 'download';
  answer?: Answer;
  /** A POST that creates something honours `Idempotency-Key`. */
  creates?: true;
}

/** Keeps the literal types of one operation so that handlers and the client are checked against it. */
export function endpoint<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  described: Endpoint<P, Q, B, A>,
): Endpoint<P, Q, B, A> {
  return described;
}

export type Contract = Record<OperationKey, Endpoint>;
