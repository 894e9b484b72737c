/** Whether one can write to the customer, and why not (F1: a customer is not the same as somebody who can be contacted). */
import { useTranslation } from 'react-i18next';
import type { CustomerCard } from '../../../../contract/customers.ts';
import { Chip } from '../../../ui/chip.tsx';
import { Go } from '../../../ui/go.tsx';
import style from './card.module.css';

export function ReachChips({ customer }: { customer: CustomerCard }) {
  const { t } = useTranslation('customers');
  return (
    <span className={style.under}>
      <Chip tone={customer.contactable ? 'green' : 'grey'} mark>
        {t(customer.contactable ? 'reach.yes' : customer.phoneIsTemporary ? 'reach.substitute' : 'reach.no')}
      </Chip>
      {customer.problems.map((problem) => (
        <Chip key={problem} tone="amber">
          {t(`problem-names.${problem}`)}
        </Chip>
      ))}
      {customer.company && <Go to={`/companies?open=${customer.company.id}`}>{customer.company.name}</Go>}
      {customer.tags.map((tag) => (
        <Chip key={tag} tone="blue">
          {tag}
        </Chip>
      ))}
    </span>
  );
}
