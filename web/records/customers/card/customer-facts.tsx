/** What is known about the customer, and the fields a company added. */
import { useTranslation } from 'react-i18next';
import type { CustomerCard } from '../../../../contract/customers.ts';
import { useApi, useSend } from '../../../api-hooks.ts';
import { useMay } from '../../../app/session.ts';
import { useFormats } from '../../../app/use-formats.ts';
import { formatPhone } from '../../../ui/fields/phone.ts';
import { At } from '../../../ui/moment.tsx';
import { Facts, Section } from '../../../ui/section.tsx';
import { FieldSection } from '../../fields/field-section.tsx';

export function CustomerFacts({ customer }: { customer: CustomerCard }) {
  const { t } = useTranslation('customers');
  const { date } = useFormats();
  const may = useMay();
  const save = useSend('PATCH /customers/:id');
  const { data: people = [] } = useApi('GET /people', {}, { enabled: may('settings.read'), freshFor: 60_000 });
  const born =
    customer.birthDate &&
    [date(customer.birthDate), customer.age !== null && t('facts.age', { count: customer.age })].filter(Boolean).join(', ');
  return (
    <>
      <Section title={t('card.facts')}>
        <Facts
          facts={[
            [t('facts.email'), customer.email],
            [t('facts.phone'), customer.phone && formatPhone(customer.phone)],
            [t('facts.sex'), customer.sex && t(`sexes.${customer.sex}`)],
            [t('facts.birthDate'), born],
            [t('facts.place'), [customer.city, customer.region, customer.country].filter(Boolean).join(', ') || null],
            [t('facts.acquiredFrom'), customer.acquiredFrom],
            [t('facts.manager'), people.find(({ id }) => id === customer.managerId)?.name],
            [t('facts.firstOrder'), customer.firstOrderAt && <At at={customer.firstOrderAt} />],
            [t('facts.registered'), customer.registeredAt && <At at={customer.registeredAt} />],
          ]}
        />
      </Section>
      <FieldSection
        object="customers"
        values={customer.fields}
        onSave={may('customers.write') ? (fields) => save.mutateAsync({ params: { id: customer.id }, body: { fields } }) : undefined}
      />
    </>
  );
}
