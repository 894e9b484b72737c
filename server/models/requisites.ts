/**
 * Check digits of requisites (requirements 5.4): a wrong digit is seen before an invoice goes out. Pure arithmetic; whether a company with
 * such a number exists is not known here.
 */

const digitsOf = (text: string) => [...text].map(Number);

/** Sum of the first digits, each by its weight. */
const weigh = (digits: readonly number[], weights: readonly number[]) =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] as number), 0);

/** ИНН of a company (10 digits, order of the tax service ММВ-7-6/435). */
export function isCompanyInn(text: string): boolean {
  if (!/^\d{10}$/.test(text)) return false;
  const digits = digitsOf(text);
  return (weigh(digits, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === digits[9];
}

/** ИНН of a person or an entrepreneur (12 digits). */
export function isPersonInn(text: string): boolean {
  if (!/^\d{12}$/.test(text)) return false;
  const digits = digitsOf(text);
  const eleventh = (weigh(digits, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10;
  const twelfth = (weigh(digits, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10;
  return eleventh === digits[10] && twelfth === digits[11];
}

/** КПП has no check digit: four digits, two digits or capital letters, three digits. */
export const isKpp = (text: string) => /^\d{4}[\dA-Z]{2}\d{3}$/.test(text);

/** ОГРН of a company (13 digits) or ОГРНИП of an entrepreneur (15). */
export function isOgrn(text: string): boolean {
  if (!/^(\d{13}|\d{15})$/.test(text)) return false;
  const number = BigInt(text.slice(0, -1));
  const divisor = text.length === 13 ? 11n : 13n;
  return (number % divisor) % 10n === BigInt(text.at(-1) as string);
}

/** ЄДРПОУ (8 digits): the weights shift by one for codes from 30,000,000 to 60,000,000, and by two more where the rest is 10. */
export function isEdrpou(text: string): boolean {
  if (!/^\d{8}$/.test(text)) return false;
  const digits = digitsOf(text);
  const isMiddle = text >= '30000000' && text <= '60000000';
  const weights = isMiddle ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7];
  const first = weigh(digits, weights) % 11;
  const rest =
    first < 10
      ? first
      : (weigh(
          digits,
          weights.map((weight) => weight + 2),
        ) %
          11) %
        10;
  return rest === digits[7];
}

/** ІПН, the Ukrainian taxpayer's number of a person (10 digits). */
export function isIpn(text: string): boolean {
  if (!/^\d{10}$/.test(text)) return false;
  const digits = digitsOf(text);
  // The first weight is -1; the rest of a division is never negative here.
  const sum = weigh(digits, [-1, 5, 7, 9, 4, 6, 10, 5, 7]);
  return (((sum % 11) + 11) % 11) % 10 === digits[9];
}

/** IBAN of Ukraine: UA, two check digits, 6 of the bank, 19 of the account (ISO 13616, modulo 97). Spaces are allowed. */
export function isUkrainianIban(text: string): boolean {
  const plain = text.replace(/\s/g, '').toUpperCase();
  if (!/^UA\d{27}$/.test(plain)) return false;
  const number = `${plain.slice(4)}3010${plain.slice(2, 4)}`;
  return BigInt(number) % 97n === 1n;
}

/** БИК: 04 and seven digits; no check digit of its own. */
export const isBik = (text: string) => /^0[14]\d{7}$/.test(text);

/** A Russian account (20 digits) is checked together with the bank's БИК; a correspondent one begins with 301. */
export function isAccount(text: string, bik: string): boolean {
  if (!/^\d{20}$/.test(text) || !isBik(bik)) return false;
  const prefix = text.startsWith('301') ? `0${bik.slice(4, 6)}` : bik.slice(-3);
  return digitsOf(prefix + text).reduce((sum, digit, index) => sum + digit * ([7, 1, 3][index % 3] as number), 0) % 10 === 0;
}

export interface Requisites {
  taxId?: string | null;
  registration: Readonly<Record<string, string>>;
}

/** ИНН, ЄДРПОУ and ІПН are told apart by length; of ten digits both the Russian and the Ukrainian number are possible. */
const isTaxId = (text: string) => isCompanyInn(text) || isPersonInn(text) || isEdrpou(text) || isIpn(text);

const checks: Record<string, (text: string, registration: Requisites['registration']) => boolean> = {
  kpp: isKpp,
  ogrn: isOgrn,
  edrpou: isEdrpou,
  ipn: isIpn,
  iban: isUkrainianIban,
  bik: isBik,
  account: (text, { bik }) => bik === undefined || isAccount(text, bik),
};

/** Lengths that a Russian or Ukrainian tax number has; others are foreign and not judged. */
const judgedTaxId = /^(\d{8}|\d{10}|\d{12})$/;

/** Names of the requisites whose digits cannot be right: `taxId`, `kpp` ... Unknown requisites are not judged. */
export function doubtfulRequisites({ taxId, registration }: Requisites): string[] {
  const doubtful = Object.entries(registration).flatMap(([name, value]) =>
    value && checks[name]?.(value, registration) === false ? [name] : [],
  );
  return taxId && judgedTaxId.test(taxId) && !isTaxId(taxId) ? ['taxId', ...doubtful] : doubtful;
}
