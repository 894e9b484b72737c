/** The card of an order: what is stored, with margins counted and flags explained (ORD-4). */

import type { Language } from '../../../contract/language.ts';
import type { OrderCard } from '../../../contract/orders.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { say } from '../../platform/words.ts';
import {
  findCard,
  listHistory,
  listLines,
  listPayments,
  listReturns,
  type StoredCard,
  type StoredLine,
  type StoredPayment,
  type StoredReturn,
} from './card-store.ts';
import { shownRow } from './list-store.ts';
import { marginOf, marginOfAll } from './margin.ts';
import { nextGroups } from './moves.ts';

/** @throws Problem `not-found` */
export async function readCard(db: Db, id: number, language: Language): Promise<OrderCard> {
  const stored = await findCard(db, id);
  if (!stored) throw notFound('order', id);
  const [lines, payments, returns, history] = await Promise.all([
    listLines(db, id),
    listPayments(db, id),
    listReturns(db, id),
    listHistory(db, id),
  ]);
  const shown = lines.map((line) => shownLine(line, stored.currency));
  return {
    ...headOf(stored),
    lines: shown,
    margin: marginOfAll(shown.map(({ margin }) => margin)),
    payments: payments.map(shownPayment),
    returns: returns.map(shownReturn),
    history,
    flagged: stored.flags.map((flag) => ({ flag, says: say(`orders:flags.${flag}`, {}, language) })),
    moves: [...nextGroups[stored.statusGroup]],
  };
}

function headOf({
  externalId,
  sourceStatus,
  sourceChangedAt,
  version,
  createdAt,
  completedAt,
  rate,
  address,
  trackNumber,
  warehouse,
  ...rest
}: StoredCard) {
  const { promisedAt, shippedAt, deliveredAt, goodsTotal, discountTotal, deliveryTotal, acquiredFrom, comment, ...row } = rest;
  return {
    ...shownRow(row),
    rate: Number(rate),
    goodsTotal,
    discountTotal,
    deliveryTotal,
    completedAt: iso(completedAt),
    acquiredFrom,
    comment,
    delivery: {
      method: row.deliveryMethod,
      scheme: row.deliveryScheme,
      city: row.city,
      region: row.region,
      address,
      trackNumber,
      warehouse,
      promisedAt: iso(promisedAt),
      shippedAt: iso(shippedAt),
      deliveredAt: iso(deliveredAt),
    },
    source: { externalId, status: sourceStatus, changedAt: iso(sourceChangedAt), version, firstSeenAt: createdAt.toISOString() },
  };
}

function shownLine({ productCost, productCurrency, ...line }: StoredLine, currency: string): OrderCard['lines'][number] {
  const quantity = Number(line.quantity);
  const ofCatalogue = productCost !== null && productCurrency === currency ? Math.round(productCost * quantity) : null;
  const cost = line.cost ?? (line.kind === 'goods' ? ofCatalogue : null);
  const costFrom = cost === null ? null : line.cost === null ? ('catalogue' as const) : ('order' as const);
  return { ...line, quantity, returnedQuantity: Number(line.returnedQuantity), cost, costFrom, margin: marginOf({ ...line, cost }) };
}

const shownPayment = ({ paidAt, ...payment }: StoredPayment) => ({ ...payment, paidAt: iso(paidAt) });

const shownReturn = ({ returnedAt, ...row }: StoredReturn) => ({ ...row, returnedAt: returnedAt.toISOString() });

const iso = (time: Date | null) => time?.toISOString() ?? null;
