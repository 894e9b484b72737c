/** Words that stand for values: currencies, sexes, yes and no, and the many ways to write "nothing". */
import { type Currency, currencies } from '../../../../contract/money.ts';

/** ISO numbers, signs and everyday names, by code. */
const spellings: [Currency, string][] = [
  ['RUB', 'rur|643|₽|р|р.|руб|руб.|рубль|рубли|российский рубль'],
  ['UAH', '980|₴|грн|грн.|гривна|гривня'],
  ['BYN', 'byr|933|br|белорусский рубль'],
  ['KZT', '398|₸|тг|тенге'],
  ['USD', '840|$|доллар сша'],
  ['EUR', '978|€|евро'],
  ['GBP', '826|£'],
  ['BRL', '986|r$'],
  ['UZS', "860|сум|so'm"],
  ['CNY', '156|¥|юань'],
  ['TRY', '949|₺'],
  ['PLN', '985|zł'],
];

const currencyNames = new Map(spellings.flatMap(([code, names]) => names.split('|').map((name) => [name, code] as const)));

/** Accepts ISO codes, ISO numbers, signs and everyday names. */
export function currencyCode(text: string): Currency | null {
  const upper = text.trim().toUpperCase();
  return currencies.find((code) => code === upper) ?? currencyNames.get(text.trim().toLowerCase()) ?? null;
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
