/** A customer beside the list: everything of the card in one column. */
import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api-hooks.ts';
import { Go } from '../../../ui/go.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { useCustomerWords } from '../customer-name.tsx';
import style from './card.module.css';
import { CustomerContacts } from './customer-contacts.tsx';
import { CustomerFacts } from './customer-facts.tsx';
import { CustomerFigures } from './customer-figures.tsx';
import { CustomerMerges } from './customer-merges.tsx';
import { CustomerTimeline } from './customer-timeline.tsx';
import { ReachChips } from './reach-chips.tsx';

export function CustomerPanel({ id }: { id: string }) {
  const { t } = useTranslation('customers');
  const words = useCustomerWords();
  const { data: customer, error, refetch } = useApi('GET /customers/:id', { params: { id } });
  if (error) return <ProblemNote problem={error} onRetry={refetch} />;
  if (!customer) return <Skeleton height={420} mt={40} />;
  if (customer.mergedInto !== null)
    return <Go to={`/customers/${customer.mergedInto}`}>{t('card.joined', { id: customer.mergedInto })}</Go>;
  return (
    <div className={style.panel}>
      <header className={style.head}>
        <h2>{words(customer)}</h2>
        <span className={style.under}>
          <ReachChips customer={customer} />
        </span>
      </header>
      <CustomerFigures customer={customer} />
      <CustomerMerges customer={customer} />
      <CustomerContacts customer={customer} />
      <CustomerFacts customer={customer} />
      <CustomerTimeline id={customer.id} />
    </div>
  );
}
