/** A sum of money; what is not known is a dash, never a zero. */
import type { MoneyStyle } from '../app/formats.ts';
import { useFormats } from '../app/use-formats.ts';

interface MoneyProps extends MoneyStyle {
  /** Minor units; null where not known. */
  amount: number | null | undefined;
  /** The company's when absent. */
  currency?: string;
}

export function Money({ amount, currency, ...style }: MoneyProps) {
  const { money } = useFormats();
  return <span className="figures">{amount === null || amount === undefined ? '—' : money(amount, currency, style)}</span>;
}
