/** Customers for the search that is everywhere: by any part of a name in any alphabet, mailbox, account or the last digits of a phone. */
import { api } from '../../api.ts';
import type { Found } from '../../app/found.ts';

export async function findCustomers(q: string, signal: AbortSignal): Promise<Found[]> {
  const { rows } = await api('GET /customers', { query: { q, limit: 5 }, signal });
  return rows.map(({ id, name, account, email, phone, city }) => ({
    id,
    title: name ?? account ?? String(id),
    note: email ?? phone ?? city ?? undefined,
    to: `/customers/${id}`,
  }));
}
