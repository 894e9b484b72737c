/** One side of a comparison of two customers. */
import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api-hooks.ts';
import { Go } from '../../../ui/go.tsx';
import { At } from '../../../ui/moment.tsx';
import { Money } from '../../../ui/money.tsx';
import { Facts } from '../../../ui/section.tsx';
import { CustomerName } from '../customer-name.tsx';

export function Compared({ id }: { id: number }) {
  const { t } = useTranslation('customers');
  const { data: customer } = useApi('GET /customers/:id', { params: { id } });
  if (!customer || customer.mergedInto !== null) return <Skeleton height={220} />;
  return (
    <section>
      <h3>
        <Go to={`/customers/${id}`}>
          <CustomerName customer={customer} />
        </Go>
      </h3>
      <Facts
        facts={[
          [t('facts.email'), customer.email],
          [t('facts.phone'), customer.phone],
          [t('facts.birthDate'), customer.birthDate],
          [t('facts.place'), [customer.city, customer.region].filter(Boolean).join(', ') || null],
          [t('columns.orders'), customer.ordersCount],
          [t('columns.spent'), <Money key="spent" amount={customer.spentBase} />],
          [t('facts.firstOrder'), customer.firstOrderAt && <At at={customer.firstOrderAt} />],
          [t('figures.last'), customer.lastOrderAt && <At at={customer.lastOrderAt} />],
          [t('card.identities'), customer.identities.map(({ value }) => value).join(', ') || null],
        ]}
      />
    </section>
  );
}
