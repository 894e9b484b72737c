/** Where an order came from and how the channel sees it; and the fields a company added. */
import { useTranslation } from 'react-i18next';
import type { OrderCard } from '../../../../contract/orders.ts';
import { useSend } from '../../../api-hooks.ts';
import { useMay } from '../../../app/session.ts';
import { Copy } from '../../../ui/copy.tsx';
import { At } from '../../../ui/moment.tsx';
import { Facts, Section } from '../../../ui/section.tsx';
import { FieldSection } from '../../fields/field-section.tsx';
import style from './card.module.css';

export function OrderFacts({ order }: { order: OrderCard }) {
  const { t } = useTranslation('orders');
  const may = useMay();
  const change = useSend('PATCH /orders/:id');
  const { source } = order;
  const save = (fields: Record<string, unknown>) => change.mutateAsync({ params: { id: order.id }, body: { fields } });
  return (
    <>
      <FieldSection object="orders" values={order.fields} onSave={may('orders.write') ? save : undefined} />
      <Section title={t('card.source')}>
        <Facts
          facts={[
            [t('source.externalId'), <ExternalId key="id" id={source.externalId} />],
            [t('source.status'), source.status],
            [t('source.changedAt'), source.changedAt && <At at={source.changedAt} />],
            [t('source.firstSeenAt'), <At key="seen" at={source.firstSeenAt} />],
            [t('source.acquiredFrom'), order.acquiredFrom],
          ]}
        />
      </Section>
    </>
  );
}

function ExternalId({ id }: { id: string }) {
  return (
    <span className={style.under}>
      {id}
      <Copy text={id} />
    </span>
  );
}
