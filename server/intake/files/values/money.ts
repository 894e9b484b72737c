/** Amounts in minor units from exact decimals: rounded half away from zero, once. */
import type { Decimal } from './decimal.ts';

const powers = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/** Minor units (hundredths) of an amount in whole units. Null where the result is too large to keep exactly. */
export function toMinor(amount: Decimal): number | null {
  return scaled(null, amount.digits, amount.scale);
}

/** `quantity x price` in minor units, rounded once. */
export function lineTotal(quantity: Decimal, price: Decimal): number | null {
  // Less than nothing times nothing is a plain zero.
  const product = quantity.digits * price.digits + 0;
  const exact = Number.isSafeInteger(product) ? null : BigInt(quantity.digits) * BigInt(price.digits);
  return scaled(exact, product, quantity.scale + price.scale);
}

function scaled(exact: bigint | null, digits: number, scale: number): number | null {
  const shift = 2 - scale;
  if (shift >= 0) {
    const minor = digits * powers[shift]!;
    return Number.isSafeInteger(minor) && Number.isSafeInteger(digits) ? minor : null;
  }
  const divisor = powers[-shift];
  if (Number.isSafeInteger(digits) && divisor) return roundedQuotient(digits, divisor);
  return roundedBigQuotient(exact ?? BigInt(digits), 10n ** BigInt(-shift));
}

function roundedQuotient(digits: number, divisor: number): number {
  const size = Math.abs(digits);
  const rest = size % divisor;
  const quotient = (size - rest) / divisor + (rest * 2 >= divisor ? 1 : 0);
  return digits < 0 && quotient !== 0 ? -quotient : quotient;
}

function roundedBigQuotient(digits: bigint, divisor: bigint): number | null {
  const size = digits < 0n ? -digits : digits;
  const quotient = Number(size / divisor + ((size % divisor) * 2n >= divisor ? 1n : 0n));
  if (!Number.isSafeInteger(quotient)) return null;
  return digits < 0n && quotient !== 0 ? -quotient : quotient;
}

/** A quantity as the canonical records carry it. */
export function toNumber(amount: Decimal): number {
  return amount.digits / 10 ** amount.scale;
}
