/** Gathers a customer's orders, reviews, visits and notes into one line of time. */
import {
  IconBasket,
  IconEye,
  IconLink,
  IconMessage,
  IconNote,
  IconStar,
  IconUserPlus,
  IconUsersMinus,
  IconUsersPlus,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineItem } from '../../../../contract/customers.ts';
import { useApi } from '../../../api-hooks.ts';
import type { RowOf } from '../../../api-types.ts';
import { Chip } from '../../../ui/chip.tsx';
import { Go } from '../../../ui/go.tsx';
import { Money } from '../../../ui/money.tsx';
import type { TimelineEntry } from '../../../ui/timeline.tsx';
import { statusTones } from '../../../ui/tone.ts';
import { useStatusWords } from '../../orders/status-groups.ts';
import { CustomerName } from '../customer-name.tsx';

export const kinds = ['all', 'orders', 'reviews', 'visits', 'notes'] as const;
export type Kind = (typeof kinds)[number];

const step = 30;

export function useHistory(customer: number, kind: Kind) {
  const { t } = useTranslation('customers');
  const statusWords = useStatusWords();
  const [limit, setLimit] = useState(step);
  const wants = (one: Kind) => ({ enabled: kind === 'all' || kind === one });
  const orders = useApi('GET /orders', { query: { customer: [customer], sort: '-placedAt', limit } }, wants('orders'));
  const reviews = useApi('GET /reviews', { query: { customer: [customer], limit } }, wants('reviews'));
  const visits = useApi('GET /events', { query: { customer, limit } }, wants('visits'));
  const notes = useApi('GET /customers/:id/timeline', { params: { id: customer }, query: { limit } }, wants('notes'));
  const asked = [
    { kind: 'orders', answer: orders, entries: (orders.data?.rows ?? []).map((row) => orderEntry(row, statusWords)) },
    { kind: 'reviews', answer: reviews, entries: (reviews.data?.rows ?? []).map((row) => reviewEntry(row, t)) },
    { kind: 'visits', answer: visits, entries: (visits.data?.rows ?? []).map((row) => visitEntry(row, t)) },
    { kind: 'notes', answer: notes, entries: (notes.data?.rows ?? []).map((row) => noteEntry(row, t)) },
  ].filter((source) => kind === 'all' || kind === source.kind);
  const newest = asked.flatMap(({ entries }) => entries).toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
  return {
    // Each source gave its newest; below the newest end of a cut one the line would have holes.
    entries: newest.slice(0, limit),
    loading: asked.some(({ answer }) => answer.isLoading),
    more: limit < 200 && (newest.length > limit || asked.some(({ answer }) => answer.data?.next)),
    loadMore: () => setLimit(Math.min(200, limit + step)),
  };
}

function orderEntry(order: RowOf<'GET /orders'>, statusWords: ReturnType<typeof useStatusWords>): TimelineEntry {
  return {
    id: `order-${order.id}`,
    at: order.placedAt,
    icon: IconBasket,
    tone: statusTones[order.statusGroup],
    title: (
      <>
        <Go to={`/orders/${order.id}`}>{order.number}</Go> <Money amount={order.total} currency={order.currency} />{' '}
        <Chip tone={statusTones[order.statusGroup]}>{statusWords(order)}</Chip>
      </>
    ),
    text: order.items.first,
  };
}

function reviewEntry(review: RowOf<'GET /reviews'>, t: TFunction<'customers'>): TimelineEntry {
  return {
    id: `review-${review.id}`,
    at: review.writtenAt,
    icon: IconStar,
    tone: (review.rating ?? 5) <= 3 ? 'red' : 'amber',
    title: t('timeline.review', { rating: review.rating ?? '—', product: review.product?.name ?? '' }),
    text: review.text,
  };
}

function visitEntry(event: RowOf<'GET /events'>, t: TFunction<'customers'>): TimelineEntry {
  const what = event.product?.name ?? event.query ?? event.section ?? '';
  return {
    id: `event-${event.channelId}-${event.externalId}`,
    at: event.at,
    icon: IconEye,
    title: t(`events.${event.type}`),
    text: what || undefined,
  };
}

const noteIcons = { created: IconUserPlus, linked: IconLink, note: IconNote, merged: IconUsersPlus, unmerged: IconUsersMinus } as const;

function noteEntry(item: TimelineItem, t: TFunction<'customers'>): TimelineEntry {
  const words = item.kind === 'linked' && item.identity ? `${t(`kinds.${item.identity.kind}`)} ${item.identity.value}` : null;
  return {
    id: item.id,
    at: item.at,
    icon: item.kind === 'note' ? IconMessage : noteIcons[item.kind],
    tone: item.kind === 'note' ? 'violet' : 'grey',
    title: t(`timeline.kinds.${item.kind}`),
    text: item.kind === 'linked' ? words : item.other ? <CustomerName customer={item.other} /> : item.text,
    author: item.author ? { name: item.author } : undefined,
  };
}
