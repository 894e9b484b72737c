/** Who called an operation that is not for `anyone`. */
import { Problem } from './http/problem.ts';
import type { Caller } from './room.ts';

/** The HTTP floor has let the caller in, so there is one; the types cannot know it. */
export function knownCaller(caller: Caller | null): Caller {
  if (!caller) throw new Problem('sign-in-first', { status: 401 });
  return caller;
}
