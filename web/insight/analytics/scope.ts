/** What the figures are about (period, channels, category, what to compare with), kept in the address and carried from page to page. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import type { Search } from '../../app/search-address.ts';
import { useFormats } from '../../app/use-formats.ts';
import { daysIn, resolvePeriod, todayIn } from '../../ui/period/period.ts';
import type { Behind } from '../rows-behind.ts';

export const comparisons = ['previous', 'year', 'none'] as const;
export type Comparison = (typeof comparisons)[number];

export interface Scope extends Behind {
  /** As the address writes it: `30d`, `2026-01-01..2026-01-31`. */
  period: string;
  channels: readonly string[];
  compare: Comparison;
  days: number;
  /** For the server. */
  query: { from: string; to: string; channel?: string; category?: number; compare: 'previous' | 'year' };
  /** A word of the address that one page has for itself. */
  one(name: string): string | undefined;
  set(changes: Search): void;
}

const usualPeriod = '30d';
const shared = ['period', 'channel', 'category', 'compare'] as const;

/** Of this visit: a page opened from the menu begins where the one before it was. */
let lastSearch: Search = {};

const listOf = (value: Search[string]): string[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

export function useScope(): Scope {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const { timeZone } = useFormats();
  useCarried(search);
  return useMemo(() => {
    const one = (name: string) => listOf(search[name])[0];
    const today = todayIn(timeZone);
    const asked = resolvePeriod(one('period'), today);
    const { from, to } = asked ?? resolvePeriod(usualPeriod, today) ?? { from: today, to: today };
    const channels = listOf(search.channel).filter((id) => /^\d+$/.test(id));
    const category = /^\d+$/.test(one('category') ?? '') ? one('category') : undefined;
    const compare = comparisons.find((known) => known === one('compare')) ?? 'previous';
    return {
      period: (asked && one('period')) || usualPeriod,
      from,
      to,
      days: daysIn({ from, to }),
      channels,
      category,
      compare,
      query: {
        from,
        to,
        channel: channels.length > 0 ? channels.join(',') : undefined,
        category: category ? Number(category) : undefined,
        compare: compare === 'year' ? 'year' : 'previous',
      },
      one,
      set: (changes) => void navigate({ to: '.', search: (before: Search) => ({ ...before, ...changes }), replace: true }),
    };
  }, [search, navigate, timeZone]);
}

/** An address that names nothing takes the scope of the page before. */
function useCarried(search: Search): void {
  const navigate = useNavigate();
  const bare = Object.keys(search).length === 0;
  useEffect(() => {
    if (bare && Object.keys(lastSearch).length > 0) void navigate({ to: '.', search: lastSearch, replace: true });
    else lastSearch = Object.fromEntries(shared.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])));
  }, [bare, search, navigate]);
}
