/** Phones and e-mails in one form, so that equal ones are equal. */
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** E.164, or null where it cannot be a phone. `8 9xx` is Russia's and `0xx` the home country's way to write the same number. */
export function normalizePhone(written: string, homeCountry: string): string | null {
  const compact = written.replace(/[\s()-]/g, '');
  if (/^\+7[3-9]\d{9}$/.test(compact)) return compact;
  const parsed = parsePhoneNumberFromString(written, homeCountry as CountryCode);
  if (parsed?.isValid()) return parsed.number;
  // Exports often drop the plus.
  const international = parsePhoneNumberFromString(`+${compact.replace(/\D/g, '')}`);
  return international?.isValid() ? international.number : null;
}

/** Lower case without spaces, or null where it cannot be an address. */
export function normalizeEmail(written: string): string | null {
  const email = written.trim().toLowerCase();
  return email.length <= 254 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email) ? email : null;
}
