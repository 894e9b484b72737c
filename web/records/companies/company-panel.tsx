/** A company beside the list: requisites and what is doubtful in them, people, terms. */
import { Button, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api-hooks.ts';
import { useMay } from '../../app/session.ts';
import { Go } from '../../ui/go.tsx';
import { Money } from '../../ui/money.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import { CustomerName } from '../customers/customer-name.tsx';
import { CompanyForm } from './company-form.tsx';

export function CompanyPanel({ id }: { id: string }) {
  const { t } = useTranslation('companies');
  const may = useMay();
  const [editing, edit] = useDisclosure(false);
  const { data: company, error, refetch } = useApi('GET /companies/:id', { params: { id } });
  if (error) return <ProblemNote problem={error} onRetry={refetch} />;
  if (!company) return <Skeleton height={320} mt={40} />;
  const known = Object.entries(company.registration).map(([key, value]) => [t(`requisites.${key}`, { defaultValue: key }), value] as const);
  return (
    <>
      <h2>{company.name}</h2>
      {may('customers.write') && (
        <Button variant="default" size="compact-sm" leftSection={<IconPencil size={15} />} onClick={edit.open}>
          {t('edit')}
        </Button>
      )}
      {company.doubts.map((doubt) => (
        <p key={doubt.field} role="alert" data-tone="amber" style={{ color: 'var(--tone-ink)' }}>
          {doubt.says}
        </p>
      ))}
      <Section title={t('about')}>
        <Facts
          facts={[
            [t('taxId'), company.taxId],
            ...known,
            [t('priceTerms'), company.priceTerms],
            [t('note'), company.note],
            [t('orders'), company.ordersCount],
            [t('spent'), <Money key="spent" amount={company.spentBase} />],
          ]}
        />
      </Section>
      <Section title={t('contacts')}>
        <Facts
          facts={company.contacts.map((contact) => [
            <Go key={contact.id} to={`/customers/${contact.id}`}>
              <CustomerName customer={contact} />
            </Go>,
            contact.email ?? contact.phone,
          ])}
        />
      </Section>
      {editing && <CompanyForm company={company} onClose={edit.close} />}
    </>
  );
}
