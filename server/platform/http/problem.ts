/** Errors that a caller can do something about: application/problem+json (RFC 9457) with words in the caller's language. */
import type { Language } from '../../../contract/language.ts';
import { say } from '../words.ts';

export interface FieldProblem {
  /** Where, as a path in the request: `lines.0.quantity`. */
  field: string;
  /** A code with words, as in `Problem`. */
  code: string;
  values?: Record<string, string | number>;
}

/**
 * Thrown by any room. `code` names the words: `not-found` is `problems:not-found`, `orders:illegal-status` is
 * `orders:problems.illegal-status`.
 */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly values: Record<string, string | number>;
  readonly fields: readonly FieldProblem[];
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: string,
    options: {
      status?: number;
      values?: Record<string, string | number>;
      fields?: readonly FieldProblem[];
      retryAfterSeconds?: number;
    } = {},
  ) {
    super(code);
    this.code = code;
    this.status = options.status ?? 422;
    this.values = options.values ?? {};
    this.fields = options.fields ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

export const notFound = (what: string, id: string | number) => new Problem('not-found', { status: 404, values: { what, id } });

/** The JSON body of a problem. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: string;
  fields?: { field: string; code: string; message: string }[];
}

export function problemBody(problem: Problem, language: Language): ProblemBody {
  return {
    type: `urn:prilavok:problem:${problem.code}`,
    title: problemWords(problem.code, problem.values, language),
    status: problem.status,
    code: problem.code,
    ...(problem.fields.length > 0 && {
      fields: problem.fields.map(({ field, code, values }) => ({
        field,
        code,
        message: problemWords(code, { field, ...values }, language),
      })),
    }),
  };
}

/** The sentence for one problem code. */
export function problemWords(code: string, values: Record<string, string | number>, language: Language): string {
  const [room, name] = code.includes(':') ? code.split(':') : ['problems', code];
  return say(room === 'problems' ? `problems:${name}` : `${room}:problems.${name}`, values, language);
}
