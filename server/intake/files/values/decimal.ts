/** Numbers as people write them, kept as whole digits and a scale, so that no amount ever passes through a float. */

/** `digits / 10^scale`; `digits` is a safe integer. */
export interface Decimal {
  digits: number;
  scale: number;
}

/** The mark before the fraction where the file has shown it; null while it has not. */
export type DecimalMark = ',' | '.' | null;

const plain = /^-?\d{1,15}$/;
const plainFraction = /^(-?)(\d{1,12})\.(\d{1,6})$/;
const spacing = /[\s\u00a0\u2009\u202f'’_]/g;
const money =
  '(?:R\\$|[₽₴$€£₸¥₺]|Br|zł|руб(?:л(?:ей|я|ь))?\\.?|р\\.?|грн\\.?|тг\\.?|сўм|(?:RU[BR]|UAH|BYN|KZT|USD|EUR|GBP|BRL|UZS|CNY|TRY|PLN))';
const currencyWords = new RegExp(`^${money}|${money}$`, 'gi');

/**
 * Reads `1 234 567,89 ₽`, `(1,234.50)`, `−12`, `R$ 1.234,56`.
 * @returns null where the text is not a number, or has more digits than can be kept exactly
 */
export function parseDecimal(text: string, mark: DecimalMark = null): Decimal | null {
  if (plain.test(text)) return { digits: Number(text) + 0, scale: 0 };
  const found = mark === ',' ? null : plainFraction.exec(text);
  if (found) {
    const digits = Number(found[2]! + found[3]!);
    return { digits: found[1] ? 0 - digits : digits, scale: found[3]!.length };
  }
  return parseWritten(text, mark);
}

function parseWritten(text: string, mark: DecimalMark): Decimal | null {
  let body = text.replace(spacing, '').replace(/[−–—]/g, '-');
  let negative = false;
  if (body.startsWith('(') && body.endsWith(')')) {
    negative = true;
    body = body.slice(1, -1);
  }
  body = body.replace(currencyWords, '');
  if (body.startsWith('-') || body.endsWith('-')) {
    negative = !negative;
    body = body.replace(/^-|-$/, '');
  } else if (body.startsWith('+')) body = body.slice(1);
  body = body.replace(currencyWords, '').replace(/%$/, '');
  const parts = splitNumber(body, mark);
  return parts && exactly(parts.whole, parts.fraction, negative);
}

function splitNumber(body: string, mark: DecimalMark): { whole: string; fraction: string } | null {
  if (!/^[\d.,]*\d[\d.,]*$/.test(body)) return null;
  const at = decimalMarkAt(body, mark);
  const whole = at < 0 ? body : body.slice(0, at);
  const fraction = at < 0 ? '' : body.slice(at + 1);
  if (/[.,]/.test(fraction) || !wellGrouped(whole)) return null;
  return { whole: whole.replace(/[.,]/g, ''), fraction };
}

/** Where the fraction begins, or -1. A lone comma before exactly three digits groups thousands unless the file has shown otherwise. */
function decimalMarkAt(body: string, mark: DecimalMark): number {
  const comma = body.lastIndexOf(',');
  const dot = body.lastIndexOf('.');
  if (comma < 0 && dot < 0) return -1;
  if (comma >= 0 && dot >= 0) return Math.max(comma, dot);
  const at = Math.max(comma, dot);
  const sign = body[at]!;
  if (body.indexOf(sign) !== at) return -1;
  if (sign === mark) return at;
  const grouping = body.length - at === 4 && at >= 1 && at <= 3 && body[0] !== '0';
  if (mark !== null) return grouping ? -1 : at;
  return sign === ',' && grouping ? -1 : at;
}

function wellGrouped(whole: string): boolean {
  if (!/[.,]/.test(whole)) return true;
  return /^\d{1,3}(?:[.,]\d{3})+$/.test(whole) && !(whole.includes('.') && whole.includes(','));
}

function exactly(whole: string, fraction: string, negative: boolean): Decimal | null {
  const kept = fraction.replace(/0+$/, '');
  const digits = Number((whole + kept).replace(/^0+(?=\d)/, '') || '0');
  if (!Number.isSafeInteger(digits) || kept.length > 15) return null;
  return { digits: negative && digits !== 0 ? -digits : digits, scale: kept.length };
}

/** What a written number says about its file: `1,5` shows a decimal comma, `1.5` a point; null where it could be either. */
export function shownMark(text: string): DecimalMark {
  const found = /[\d\s\u00a0\u202f]([.,])(\d+)\D*$/.exec(text);
  if (!found) return null;
  const sign = found[1] as ',' | '.';
  const other = sign === ',' ? '.' : ',';
  if (text.includes(other)) return sign;
  return found[2]!.length === 3 || text.indexOf(sign) !== text.lastIndexOf(sign) ? null : sign;
}
