/** A refusal of the server, as problem+json tells it: what went wrong in the caller's words, and which fields are to blame. */

interface ProblemBody {
  title?: string;
  detail?: string;
  code?: string;
  fields?: { field: string; message: string }[];
}

export class ApiProblem extends Error {
  /** HTTP status; 0 when the server could not be reached at all. */
  readonly status: number;
  /** `not-found`, `orders:illegal-status` ... */
  readonly code: string;
  /** The whole sentence to show. */
  readonly title: string;
  readonly detail: string | undefined;
  /** Message by dotted field path: `lines.0.price`. */
  readonly fields: Record<string, string>;

  constructor(status: number, body: ProblemBody) {
    super(body.title ?? `HTTP ${status}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = body.code ?? String(status);
    this.title = body.title ?? `HTTP ${status}`;
    this.detail = body.detail;
    this.fields = Object.fromEntries((body.fields ?? []).map(({ field, message }) => [field, message]));
  }
}

/** The problem of a server that does not answer; screens put it in words themselves. */
export const unreachable = () => new ApiProblem(0, { code: 'unreachable' });

export function problemFrom(status: number, text: string): ApiProblem {
  try {
    return new ApiProblem(status, JSON.parse(text) as ProblemBody);
  } catch {
    return new ApiProblem(status, {});
  }
}
