/** Products for the search that is everywhere: by words of the name, brand, article or barcode. */
import { api } from '../../api.ts';
import type { Found } from '../../app/found.ts';

export async function findProducts(q: string, signal: AbortSignal): Promise<Found[]> {
  const { rows } = await api('GET /products', { query: { q, limit: 5 }, signal });
  return rows.map(({ id, name, sku, category }) => ({ id, title: name, note: sku ?? category?.path, to: `/products/${id}` }));
}
