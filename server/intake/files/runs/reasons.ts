/** Says why a row did not get in, in the reader's language. */
import type { BadRowReason } from '../../../../contract/imports.ts';
import type { Language } from '../../../../contract/language.ts';
import { say } from '../../../platform/words.ts';

export function explain(row: { reason: BadRowReason; column: string | null }, language: Language): string {
  const reason = say(`imports:reasons.${row.reason}`, {}, language);
  return row.column === null ? reason : say('imports:in-column', { column: row.column, reason }, language);
}
