/** What a list shows, kept in the address: search, order, filters, the open row. So a list can be sent, saved and gone back to. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Search } from '../../app/search-address.ts';
import { useFormats } from '../../app/use-formats.ts';
import type { Period } from '../period/period.ts';
import { resolvePeriod, todayIn } from '../period/period.ts';

const reserved = new Set(['q', 'sort', 'open']);

export interface ListState {
  /** The typed words; empty when none. */
  q: string;
  /** `placedAt` ascending, `-placedAt` descending. */
  sort: string | undefined;
  /** Id of the row in the side panel. */
  open: string | undefined;
  /** Keys of filters in force, in the order they were added. */
  filters: string[];
  /** Values of a filter; undefined when it is not set. */
  values<T extends string = string>(filter: string): T[] | undefined;
  one<T extends string = string>(filter: string): T | undefined;
  /** `1000..5000` as numbers. */
  range(filter: string): { from?: number; to?: number };
  /** Dates of a period filter, both included; both undefined when it is not set. */
  period(filter: string): Partial<Period>;
  set(changes: Search): void;
  /** Puts a saved view in place of everything but the open row. */
  show(view: Search): void;
  /** The search, order and filters, as a view would save them. */
  view: Search;
}

interface Otherwise {
  /** Order of a list whose address names none. */
  sort?: string;
}

const listOf = (value: string | string[] | undefined): string[] | undefined =>
  value === undefined ? undefined : Array.isArray(value) ? value : [value];

const number = (text: string | undefined) => (text ? Number(text) : undefined);

export function useListState({ sort }: Otherwise = {}): ListState {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const { timeZone } = useFormats();
  return useMemo(() => {
    const values = (filter: string) => listOf(search[filter]);
    const { open, ...view } = search;
    return {
      q: values('q')?.[0] ?? '',
      sort: values('sort')?.[0] ?? sort,
      open: listOf(open)?.[0],
      filters: Object.keys(view).filter((key) => !reserved.has(key) && view[key] !== undefined),
      values: values as ListState['values'],
      one: ((filter: string) => values(filter)?.[0]) as ListState['one'],
      range(filter) {
        const [from, to] = (values(filter)?.[0] ?? '').split('..');
        return { from: number(from), to: number(to) };
      },
      period: (filter) => resolvePeriod(values(filter)?.[0], todayIn(timeZone)) ?? {},
      set(changes) {
        // Opening a panel can be gone back from; leafing through rows and typing would only fill the history.
        const replace = !('open' in changes) || (open !== undefined && changes.open !== undefined);
        void navigate({ to: '.', search: (before: Search) => ({ ...before, ...changes }), replace });
      },
      show: (next) => void navigate({ to: '.', search: (before: Search) => ({ ...next, open: before.open }) }),
      view,
    } satisfies ListState;
  }, [search, navigate, sort, timeZone]);
}
