/** How and where an order travels. */
import { useTranslation } from 'react-i18next';
import type { OrderCard } from '../../../../contract/orders.ts';
import { useNow } from '../../../app/use-now.ts';
import { Chip } from '../../../ui/chip.tsx';
import { Copy } from '../../../ui/copy.tsx';
import { At } from '../../../ui/moment.tsx';
import { Facts, Section } from '../../../ui/section.tsx';
import style from './card.module.css';

export function OrderDelivery({ order: { delivery, statusGroup } }: { order: OrderCard }) {
  const { t } = useTranslation('orders');
  const now = useNow();
  const { promisedAt, shippedAt, deliveredAt } = delivery;
  const isOpen = !deliveredAt && statusGroup !== 'done' && statusGroup !== 'cancelled';
  const isLate = isOpen && promisedAt !== null && Date.parse(promisedAt) < now;
  return (
    <Section title={t('card.delivery')} aside={isLate && <Chip tone="red">{t('delivery.late')}</Chip>}>
      <Facts
        facts={[
          [t('delivery.method'), [delivery.method, delivery.scheme].filter(Boolean).join(' · ') || null],
          [t('delivery.place'), [delivery.city, delivery.region].filter(Boolean).join(', ') || null],
          [t('delivery.address'), delivery.address],
          [t('delivery.warehouse'), delivery.warehouse],
          [t('delivery.track'), delivery.trackNumber && <Track number={delivery.trackNumber} />],
          [t('delivery.promised'), promisedAt && <At at={promisedAt} />],
          [t('delivery.shipped'), shippedAt && <At at={shippedAt} />],
          [t('delivery.delivered'), deliveredAt && <At at={deliveredAt} />],
        ]}
      />
    </Section>
  );
}

function Track({ number }: { number: string }) {
  return (
    <span className={style.under}>
      {number}
      <Copy text={number} />
    </span>
  );
}
