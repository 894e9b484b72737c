/** What an order earns, said only where every cost is known (CLV-5): absent is unknown, never 0. */
import { costParts, type OrderCard } from '../../../contract/orders.ts';

type Margin = OrderCard['margin'];

export interface LineCosts {
  kind: OrderCard['lines'][number]['kind'];
  total: number;
  cost: number | null;
  commission: number | null;
  logistics: number | null;
}

/** Delivery and other charges carry no costs of their own: those stand with the goods. */
export function marginOf(line: LineCosts): Margin {
  const unknown = line.kind === 'goods' ? costParts.filter((part) => line[part] === null) : [];
  const costs = costParts.reduce((sum, part) => sum + (line[part] ?? 0), 0);
  return { amount: unknown.length > 0 ? null : line.total - costs, unknown };
}

export function marginOfAll(margins: readonly Margin[]): Margin {
  const unknown = costParts.filter((part) => margins.some((margin) => margin.unknown.includes(part)));
  return { amount: unknown.length > 0 ? null : margins.reduce((sum, { amount }) => sum + (amount ?? 0), 0), unknown };
}
