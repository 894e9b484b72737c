/** What is set up and what comes next: the answers to the questionnaire, turned into things to do. */
import type { ChecklistItem, Questionnaire } from '../../../contract/workspace.ts';

type Kind = ChecklistItem['kind'];

/** Where each thing is done. */
const screens: Record<Kind, ChecklistItem['screen']> = {
  orders: 'import',
  figures: 'analytics',
  duplicates: 'customers',
  stock: 'products',
  returns: 'orders',
  fields: 'fields',
  team: 'team',
  'two-step': 'account',
  key: 'keys',
};

const forGoal: Record<Questionnaire['goals'][number], readonly Kind[]> = {
  'know-customers': ['duplicates', 'fields'],
  'repeat-sales': ['figures', 'duplicates'],
  'see-figures': ['figures'],
  'keep-stock': ['stock'],
  'answer-faster': ['team'],
  'team-order': ['team'],
};

const forRisk: Record<Questionnaire['risks'][number], readonly Kind[]> = {
  leaks: ['two-step'],
  'stock-outs': ['stock'],
  returns: ['returns'],
  duplicates: ['duplicates'],
};

/** Order of the list: data first, then what is seen in it, then who works with it. */
const sequence: readonly Kind[] = ['figures', 'stock', 'returns', 'duplicates', 'fields', 'team', 'two-step', 'key'];

/** The name of the first time that ticks an item off: `orders:ozon`, `team`. */
export const milestoneOf = (kind: Kind, channel: ChecklistItem['channel']): string => (channel ? `${kind}:${channel}` : kind);

/**
 * @param reached names of the first times
 * @returns things to do, one for the orders of every channel first; each other kind once
 */
export function checklist({ channels, goals, risks }: Questionnaire, reached: ReadonlySet<string>): ChecklistItem[] {
  const wanted = new Set<Kind>([
    'figures',
    'two-step',
    ...goals.flatMap((goal) => forGoal[goal]),
    ...risks.flatMap((risk) => forRisk[risk]),
  ]);
  if (channels.includes('web-shop')) wanted.add('key');
  const item = (kind: Kind, channel: ChecklistItem['channel'] = null): ChecklistItem => ({
    kind,
    channel,
    screen: screens[kind],
    done: reached.has(milestoneOf(kind, channel)),
  });
  const orders = channels.length > 0 ? channels.map((channel) => item('orders', channel)) : [item('orders')];
  return [...orders, ...sequence.filter((kind) => wanted.has(kind)).map((kind) => item(kind))];
}
