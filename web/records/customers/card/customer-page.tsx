/** The whole card of a customer: who and whether reachable, what the person is worth, what happened (CUS-1). */
import { Button, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { Navigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api-hooks.ts';
import { useMay } from '../../../app/session.ts';
import { Page } from '../../../ui/page.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { useCustomerWords } from '../customer-name.tsx';
import style from './card.module.css';
import { CustomerContacts } from './customer-contacts.tsx';
import { CustomerFacts } from './customer-facts.tsx';
import { CustomerFigures } from './customer-figures.tsx';
import { CustomerForm } from './customer-form.tsx';
import { CustomerMerges } from './customer-merges.tsx';
import { CustomerTimeline } from './customer-timeline.tsx';
import { ReachChips } from './reach-chips.tsx';

export function CustomerPage() {
  const { t } = useTranslation('customers');
  const { id = '' } = useParams({ strict: false });
  const may = useMay();
  const words = useCustomerWords();
  const [editing, edit] = useDisclosure(false);
  const { data: customer, error, refetch } = useApi('GET /customers/:id', { params: { id } });
  const crumbs = [{ title: t('list.title'), to: '/customers' }];
  if (!customer) {
    return (
      <Page title={t('list.title')} crumbs={crumbs}>
        {error ? <ProblemNote problem={error} onRetry={refetch} /> : <Skeleton height={480} />}
      </Page>
    );
  }
  if (customer.mergedInto !== null) return <Navigate to="/customers/$id" params={{ id: String(customer.mergedInto) }} replace />;
  const editButton = may('customers.write') && (
    <Button variant="default" leftSection={<IconPencil size={16} />} onClick={edit.open}>
      {t('card.edit')}
    </Button>
  );
  return (
    <Page title={words(customer)} crumbs={crumbs} aside={<ReachChips customer={customer} />} actions={editButton}>
      <CustomerFigures customer={customer} />
      <div className={style.page}>
        <div className={style.left}>
          <CustomerTimeline id={customer.id} />
        </div>
        <div className={style.right}>
          <CustomerMerges customer={customer} />
          <CustomerContacts customer={customer} />
          <CustomerFacts customer={customer} />
        </div>
      </div>
      {editing && <CustomerForm customer={customer} onClose={edit.close} />}
    </Page>
  );
}
