/** How the customer is recognised, and why each key is this person's (CUS-2). */
import { useTranslation } from 'react-i18next';
import type { CustomerCard } from '../../../../contract/customers.ts';
import { At } from '../../../ui/moment.tsx';
import { Section } from '../../../ui/section.tsx';
import { useChannels } from '../../channels/channels.ts';
import style from './card.module.css';

type Identity = CustomerCard['identities'][number];

export function CustomerContacts({ customer }: { customer: CustomerCard }) {
  const { t } = useTranslation('customers');
  return (
    <Section title={t('card.identities')}>
      {customer.identities.length === 0 && <p className="dim">{t('card.noIdentities')}</p>}
      <ul className={style.identities}>
        {customer.identities.map((identity) => (
          <IdentityLine key={identity.id} identity={identity} />
        ))}
      </ul>
    </Section>
  );
}

function IdentityLine({ identity }: { identity: Identity }) {
  const { t } = useTranslation('customers');
  const { nameOf } = useChannels();
  const where = identity.channelId === null ? null : nameOf(identity.channelId);
  return (
    <li>
      <span>
        <b>{identity.value}</b>
      </span>
      <span className="dim">
        {[t(`kinds.${identity.kind}`), where, t(`reasons.${identity.reason}`)].filter(Boolean).join(' · ')} · <At at={identity.since} />
      </span>
    </li>
  );
}
