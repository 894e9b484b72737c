/** How this company is set up: the choices every figure and screen depends on, and what to do next. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { languages } from './language.ts';
import { currency } from './money.ts';

export const companyName = z.string().trim().min(1).max(200);
export const timeZone = z.string().min(1).max(60).describe('IANA name: Europe/Moscow');
export const country = z.enum(['RU', 'UA', 'BY', 'KZ', 'UZ', 'PL', 'other']);
export const weekStart = z.int().min(1).max(7).describe('1 Monday .. 7 Sunday');

export const salesChannels = ['ozon', 'wildberries', 'yandex-market', 'rozetka', 'prom', 'web-shop', 'social', 'retail'] as const;
export const goals = ['know-customers', 'repeat-sales', 'see-figures', 'keep-stock', 'answer-faster', 'team-order'] as const;
export const risks = ['leaks', 'stock-outs', 'returns', 'duplicates'] as const;

export const questionnaire = z.object({
  channels: z.array(z.enum(salesChannels)).default([]),
  goals: z.array(z.enum(goals)).default([]),
  risks: z.array(z.enum(risks)).default([]),
});

export type Questionnaire = z.infer<typeof questionnaire>;

export const settings = z.object({
  company: companyName,
  currency: currency.describe('Of accounting: every total is in it'),
  currencyFixed: z.boolean().describe('Records with amounts exist, so the currency cannot be changed'),
  timeZone,
  country,
  language: z.enum(languages).describe('Of newcomers and of what is sent out'),
  weekStart,
  questionnaire,
});

export type Settings = z.infer<typeof settings>;

/** A thing to do; its words are `workspace:checklist.<kind>.title` and `.why`, with `channel` where it has one. */
export const checklistItem = z.object({
  kind: z.enum(['orders', 'figures', 'duplicates', 'stock', 'returns', 'fields', 'team', 'two-step', 'key']),
  channel: z.enum(salesChannels).nullable(),
  done: z.boolean(),
  screen: z.enum(['import', 'analytics', 'customers', 'products', 'orders', 'fields', 'team', 'account', 'keys']),
});

export type ChecklistItem = z.infer<typeof checklistItem>;

export const workspace = {
  'GET /workspace': endpoint({ says: 'Settings of the company', may: 'settings.read', answer: settings }),
  'PATCH /workspace': endpoint({
    says: 'Changes settings; the currency only while no record holds an amount',
    may: 'settings.write',
    body: settings.omit({ currencyFixed: true }).partial(),
    answer: settings,
  }),
  'GET /workspace/checklist': endpoint({
    says: 'What is set up and what comes next, from the answers to the questionnaire',
    may: 'settings.read',
    answer: z.array(checklistItem),
  }),
  'PUT /workspace/checklist': endpoint({
    says: 'Ticks an item off by hand, or takes the tick back',
    may: 'settings.write',
    body: checklistItem.pick({ kind: true, channel: true, done: true }),
    answer: z.array(checklistItem),
  }),
};
