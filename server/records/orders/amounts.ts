/** The money of an order, from its lines alone: they sum to the total to the kopeck (COL-2). */
import type { OrderRecord } from '../../../contract/records.ts';

export interface OrderAmounts {
  quantity: number;
  total: number;
  totalBase: number;
  goodsTotal: number;
  discountTotal: number;
  deliveryTotal: number;
  paidTotal: number | null;
}

/** Minor units; `*Base` in the accounting currency at the order's frozen rate, rounded half away from zero once per order. */
export function amountsOf(order: OrderRecord): OrderAmounts {
  const total = sumOf(order.lines, (line) => line.total);
  const goods = order.lines.filter((line) => (line.kind ?? 'goods') === 'goods');
  return {
    quantity: sumOf(goods, (line) => line.quantity),
    total,
    totalBase: toBase(total, order.rate ?? 1),
    goodsTotal: sumOf(goods, (line) => line.total),
    discountTotal: sumOf(order.lines, (line) => line.discount ?? 0),
    deliveryTotal: sumOf(
      order.lines.filter((line) => line.kind === 'delivery'),
      (line) => line.total,
    ),
    paidTotal: order.payments
      ? order.payments.reduce((sum, payment) => sum + (payment.paidAt === undefined ? 0 : payment.amount), 0)
      : null,
  };
}

export function toBase(amount: number, rate: number): number {
  return Math.sign(amount) * Math.round(Math.abs(amount) * rate);
}

/** Shares `whole` over parts in proportion, so that the shares sum to it exactly; the largest part takes the remainder. */
export function toBaseEach(amounts: readonly number[], rate: number): number[] {
  if (rate === 1) return [...amounts];
  const shares = amounts.map((amount) => toBase(amount, rate));
  const rest =
    toBase(
      sumOf(amounts, (amount) => amount),
      rate,
    ) - sumOf(shares, (share) => share);
  const largest = amounts.reduce((best, amount, index) => (Math.abs(amount) > Math.abs(amounts[best] ?? 0) ? index : best), 0);
  if (shares.length > 0) shares[largest] = (shares[largest] as number) + rest;
  return shares;
}

const sumOf = <T>(items: readonly T[], amount: (item: T) => number): number => items.reduce((sum, item) => sum + amount(item), 0);

/** The buyer's main way to pay: that of the largest payment. */
export function mainPayment(order: OrderRecord): string | null {
  return (
    (order.payments ?? []).reduce<{ method: string; amount: number } | null>(
      (best, payment) => (best && best.amount >= payment.amount ? best : payment),
      null,
    )?.method ?? null
  );
}
