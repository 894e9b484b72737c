/** What one unit of each currency is worth in the demo: round, made-up rates, so that the demo has figures in any accounting currency. */
import type { Currency } from '../../../contract/money.ts';
import type { CanonicalRecord } from '../../../contract/records.ts';

const inRoubles: Record<Currency, number> = {
  RUB: 1,
  UAH: 2,
  BYN: 25,
  KZT: 0.16,
  USD: 80,
  EUR: 90,
  GBP: 105,
  BRL: 15,
  UZS: 0.0064,
  CNY: 11,
  TRY: 2,
  PLN: 21,
};

/** Freezes the rate with orders and returns that are not in the accounting currency. */
export function withRate(record: CanonicalRecord, accounting: Currency): CanonicalRecord {
  if ((record.kind !== 'order' && record.kind !== 'return') || record.currency === accounting) return record;
  return { ...record, rate: inRoubles[record.currency] / inRoubles[accounting] };
}
