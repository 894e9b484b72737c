/** Words that stand for values: currencies, sexes, yes and no, and the many ways to write "nothing". */
import { type Currency, currencies } from '../../../../contract/money.ts';

const currencyNames: Record<string, Currency> = {
  rur: 'RUB', руб: 'RUB', 'руб.': 'RUB', р: 'RUB', 'р.': 'RUB', '₽': 'RUB', рубль: 'RUB', рубли: 'RUB', '643': 'RUB', 'российский рубль': 'RUB',
  грн: 'UAH', 'грн.': 'UAH', '₴': 'UAH', гривна: 'UAH', гривня: 'UAH', '980': 'UAH',
  br: 'BYN', byr: 'BYN', '933': 'BYN', 'белорусский рубль': 'BYN', '₸': 'KZT', тенге: 'KZT', тг: 'KZT', '398': 'KZT',
  $: 'USD', '840': 'USD', 'доллар сша': 'USD', '€': 'EUR', евро: 'EUR', '978': 'EUR', '£': 'GBP', '826': 'GBP', r$: 'BRL', '986': 'BRL',
  сум: 'UZS', "so'm": 'UZS', '860': 'UZS', '¥': 'CNY', юань: 'CNY', '156': 'CNY', '₺': 'TRY', '949': 'TRY', zł: 'PLN', '985': 'PLN',
};

/** Accepts ISO codes, ISO numbers, signs and everyday names. */
export function currencyCode(text: string): Currency | null {
  const upper = text.trim().toUpperCase();
  return currencies.find((code) => code === upper) ?? currencyNames[text.trim().toLowerCase()] ?? null;
}

export function sexOf(text: string): 'male' | 'female' | undefined {
  const word = text.trim().toLowerCase();
  if (/^(?:m|male|man|м|муж|муж\.|мужской|мужчина|чол|чол\.|чоловіча|чоловік)$/.test(word)) return 'male';
  return /^(?:f|female|woman|ж|жен|жен\.|женский|женщина|жін|жін\.|жіноча|жінка)$/.test(word) ? 'female' : undefined;
}

export function flagOf(text: string): boolean {
  return /^(?:1|y|yes|true|t|да|д|так|истина|on|active|активен|вкл|\+)$/i.test(text.trim());
}

const nothing = /^(?:-|–|—|n\/a|na|null|none|nil|nan|н\/д|нет данных|не указано|не указан|#n\/a|#н\/д)$/i;

/** The text without surrounding space; empty where the cell says "nothing". */
export function cellText(text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  const trimmed = first <= 32 || first >= 160 || last <= 32 || last >= 160 ? text.trim() : text;
  return trimmed.length <= 12 && nothing.test(trimmed) ? '' : trimmed;
}
