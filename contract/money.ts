/** Money is an integer in minor units (kopecks, cents) beside its ISO 4217 currency; never a float. */
import { z } from 'zod';

export const currencies = ['RUB', 'UAH', 'BYN', 'KZT', 'USD', 'EUR', 'GBP', 'BRL', 'UZS', 'CNY', 'TRY', 'PLN'] as const;

export const currency = z.enum(currencies);

export type Currency = z.infer<typeof currency>;

/** An amount in minor units. */
export const minor = z.int();
