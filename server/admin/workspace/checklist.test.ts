import { expect, test } from 'vitest';
import { goals, risks, salesChannels } from '../../../contract/workspace.ts';
import { checklist } from './checklist.ts';

const kinds = (...given: Parameters<typeof checklist>) => checklist(...given).map(({ kind, channel }) => channel ?? kind);

test('[OPS-4] who answers nothing still gets orders, figures and a safe sign-in', () => {
  expect(kinds({ channels: [], goals: [], risks: [] }, new Set())).toEqual(['orders', 'figures', 'two-step']);
});

test('[OPS-4] who answers everything gets each thing once, with orders of every channel first', () => {
  const all = kinds({ channels: [...salesChannels], goals: [...goals], risks: [...risks] }, new Set());
  expect(all).toEqual([...salesChannels, 'figures', 'stock', 'returns', 'duplicates', 'fields', 'team', 'two-step', 'key']);
});

test('[OPS-4] orders from one channel do not tick another one', () => {
  const list = checklist({ channels: ['ozon', 'wildberries'], goals: [], risks: [] }, new Set(['orders', 'orders:wildberries']));
  expect(list.slice(0, 2).map(({ done }) => done)).toEqual([false, true]);
});
