/** What the customer bought, each figure with its definition and the way to its rows (CUS-11). */
import { useTranslation } from 'react-i18next';
import type { CustomerCard } from '../../../../contract/customers.ts';
import { useFormats } from '../../../app/use-formats.ts';
import { Tile, Tiles } from '../../../ui/tile.tsx';

export function CustomerFigures({ customer }: { customer: CustomerCard }) {
  const { t } = useTranslation('customers');
  const { money, number, date } = useFormats();
  const rows = `/orders?customer=${customer.id}`;
  const basis = t('ordersCount', { count: customer.ordersCount, shown: number(customer.ordersCount) });
  return (
    <Tiles>
      <Tile title={t('columns.orders')} value={number(customer.ordersCount)} definition={t('defs.orders')} to={rows} />
      <Tile title={t('columns.spent')} value={money(customer.spentBase)} definition={t('defs.spent')} to={rows} />
      <Tile
        title={t('figures.average')}
        value={customer.averageBase === null ? null : money(customer.averageBase)}
        definition={t('defs.average')}
        to={rows}
        note={customer.averageBase === null ? undefined : basis}
      />
      <Tile
        title={t('figures.cycle')}
        value={customer.daysBetweenOrders === null ? null : t('figures.days', { count: Math.round(customer.daysBetweenOrders) })}
        definition={t('defs.cycle')}
        to={rows}
      />
      <Tile title={t('figures.last')} value={customer.lastOrderAt && date(customer.lastOrderAt)} definition={t('defs.last')} to={rows} />
    </Tiles>
  );
}
