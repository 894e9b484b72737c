/** How much is free: nothing is red, not reported is a dash. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/use-formats.ts';
import { Chip } from '../../ui/chip.tsx';

export function StockFigure({ quantity }: { quantity: number | null }) {
  const { t } = useTranslation('catalog');
  const { number } = useFormats();
  if (quantity === null) return '—';
  if (quantity <= 0) return <Chip tone="red">{t('stock.none')}</Chip>;
  return <span className="figures">{number(quantity, 3)}</span>;
}
