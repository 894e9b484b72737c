/** What a kept record takes from the one that is joined to it: blanks are filled, sets are united, nothing known is overwritten (CUS-3). */
import type { Profile } from './profile.ts';

/** By key: what it was and what it became; null is absent. */
export type Filled = Record<string, readonly [before: unknown, after: unknown]>;

/** @param untouchable keys that people changed since an earlier merge filled them */
export function fillFrom(kept: Profile, gone: Profile, untouchable: ReadonlySet<string> = new Set()): Filled {
  const offered = { ...contact('phone', kept, gone), ...contact('email', kept, gone), ...place(kept, gone), ...blanks(kept, gone) };
  const filled: Filled = {};
  for (const [key, after] of Object.entries(offered)) {
    const before = kept[key] ?? null;
    if (!untouchable.has(key) && !same(before, after)) filled[key] = [before, after];
  }
  return filled;
}

export function apply(profile: Profile, filled: Filled): Profile {
  return changed(
    profile,
    Object.entries(filled).map(([key, [, after]]) => [key, after]),
  );
}

/** Takes back what is still as the merge left it; the keys that are not are returned. */
export function takeBack(profile: Profile, filled: Filled): { profile: Profile; touched: string[] } {
  const touched = Object.keys(filled).filter((key) => !same(profile[key] ?? null, filled[key]?.[1] ?? null));
  const back = Object.entries(filled).filter(([key]) => !touched.includes(key));
  return {
    profile: changed(
      profile,
      back.map(([key, [before]]) => [key, before]),
    ),
    touched,
  };
}

function changed(profile: Profile, changes: readonly (readonly [string, unknown])[]): Profile {
  const result = { ...profile };
  for (const [key, value] of changes) {
    if (value === null) delete result[key];
    else result[key] = value;
  }
  return result;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

const contactKeys = { phone: ['phone', 'phone_is_temporary', 'problems.bad_phone'], email: ['email', 'problems.bad_email'] } as const;

/** A contact comes with what is known against it; a good one takes the place of a bad or substitute one. */
function contact(kind: keyof typeof contactKeys, kept: Profile, gone: Profile): Profile {
  const [value, ...doubts] = contactKeys[kind];
  const isDoubtful = (profile: Profile) => doubts.some((key) => profile[key] !== undefined);
  const isWanted = gone[value] !== undefined && (kept[value] === undefined || (isDoubtful(kept) && !isDoubtful(gone)));
  return isWanted ? Object.fromEntries(contactKeys[kind].map((key) => [key, gone[key] ?? null])) : {};
}

const placeKeys = ['country', 'region', 'city', 'postcode'] as const;

/** An address is filled up only by one that may be the same. */
function place(kept: Profile, gone: Profile): Profile {
  const contradicts = placeKeys.some((key) => kept[key] !== undefined && gone[key] !== undefined && kept[key] !== gone[key]);
  return contradicts ? {} : missing(placeKeys, kept, gone);
}

const ownRules = new Set<string>([...contactKeys.phone, ...contactKeys.email, ...placeKeys]);

const blanks = (kept: Profile, gone: Profile) =>
  missing(
    Object.keys(gone).filter((key) => !ownRules.has(key)),
    kept,
    gone,
  );

const missing = (keys: readonly string[], kept: Profile, gone: Profile): Profile =>
  Object.fromEntries(keys.flatMap((key) => (kept[key] === undefined && gone[key] !== undefined ? [[key, gone[key]]] : [])));
