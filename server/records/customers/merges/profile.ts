/** A customer's profile as one flat map, so that what a merge adds can be told, taken back and added again key by key. */

/** Columns as `to_jsonb` gives them. */
export interface ProfileRow {
  name: string | null;
  email: string | null;
  phone: string | null;
  phone_is_temporary: boolean;
  sex: string | null;
  birth_date: string | null;
  city: string | null;
  region: string | null;
  country: string | null;
  postcode: string | null;
  company_id: number | null;
  manager_id: number | null;
  acquired_from: string | null;
  registered_at: string | null;
  tags: string[];
  channel_ids: number[];
  problems: string[];
  fields: Record<string, unknown>;
}

/** Absent is unknown. Members of a set are keys of their own: `tags.vip`, `problems.bad_phone`, `fields.level`. */
export type Profile = Record<string, unknown>;

const single = [
  'name',
  'email',
  'phone',
  'phone_is_temporary',
  'sex',
  'birth_date',
  'city',
  'region',
  'country',
  'postcode',
  'company_id',
  'manager_id',
  'acquired_from',
  'registered_at',
] as const;

export function flatten(row: ProfileRow): Profile {
  const known = single.flatMap((key) => (row[key] === null || row[key] === false ? [] : [[key, row[key]] as const]));
  return Object.fromEntries([
    ...known,
    ...row.tags.map((tag) => [`tags.${tag}`, true]),
    ...row.channel_ids.map((id) => [`channels.${id}`, id]),
    ...row.problems.map((problem) => [`problems.${problem}`, true]),
    ...Object.entries(row.fields).map(([key, value]) => [`fields.${key}`, value]),
  ]);
}

export function unflatten(profile: Profile): ProfileRow {
  const membersOf = (set: string) =>
    Object.entries(profile).flatMap(([key, value]) => (key.startsWith(`${set}.`) ? [[key.slice(set.length + 1), value] as const] : []));
  const names = (set: string) => membersOf(set).map(([name]) => name);
  const columns = Object.fromEntries(single.map((key) => [key, profile[key] ?? (key === 'phone_is_temporary' ? false : null)]));
  return {
    ...(columns as unknown as ProfileRow),
    tags: names('tags'),
    channel_ids: membersOf('channels').map(([, id]) => id as number),
    problems: names('problems'),
    fields: Object.fromEntries(membersOf('fields')),
  };
}
