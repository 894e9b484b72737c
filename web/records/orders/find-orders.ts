/** Orders for the search that is everywhere: by number, buyer or the last digits of a phone. */
import { api } from '../../api.ts';
import type { Found } from '../../app/found.ts';

export async function findOrders(q: string, signal: AbortSignal): Promise<Found[]> {
  const { rows } = await api('GET /orders', { query: { q, limit: 5 }, signal });
  return rows.map(({ id, number, customer, items }) => ({
    id,
    title: number,
    note: customer?.name ?? items.first ?? undefined,
    to: `/orders/${id}`,
  }));
}
