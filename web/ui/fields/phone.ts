/** Phones as people of our countries write them (requirements 5.4); stored and sent as E.164. */

interface Plan {
  prefix: string;
  /** A digit of the number where there is `#`. */
  mask: string;
}

const plans: readonly Plan[] = [
  { prefix: '380', mask: '+380 (##) ###-##-##' },
  { prefix: '375', mask: '+375 (##) ###-##-##' },
  { prefix: '998', mask: '+998 (##) ###-##-##' },
  { prefix: '7', mask: '+7 (###) ###-##-##' },
];

/** Trunk prefixes people dial at home: 8 in Russia and Kazakhstan, 80 in Belarus, 0 in Ukraine. */
const homeward: Record<string, readonly [RegExp, string]> = {
  RU: [/^8(?=\d{10}$)/, '7'],
  KZ: [/^8(?=\d{10}$)/, '7'],
  BY: [/^80(?=\d{9}$)/, '375'],
  UA: [/^0(?=\d{9}$)/, '380'],
};

/** `+79161234567` from any way of writing it; null when it cannot be a whole number. */
export function phoneToE164(written: string, country: string): string | null {
  const digits = written.replace(/\D/g, '');
  const rule = written.trim().startsWith('+') ? undefined : homeward[country];
  const whole = rule ? digits.replace(rule[0], rule[1]) : digits;
  return whole.length >= 8 && whole.length <= 15 ? `+${whole}` : null;
}

/** `+7 (916) 123-45-67`; numbers of other countries in groups as they are. */
export function formatPhone(e164: string): string {
  const digits = e164.replace(/\D/g, '');
  const plan = plans.find(({ prefix, mask }) => digits.startsWith(prefix) && digits.length === prefix.length + mask.split('#').length - 1);
  if (!plan) return `+${digits}`;
  const rest = Array.from(digits.slice(plan.prefix.length));
  return plan.mask.replace(/#/g, () => rest.shift() ?? '');
}
