/** Who may be the same person, and what was already joined: compare, join, take apart (CUS-3). */
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerCard, CustomerName as Named } from '../../../../contract/customers.ts';
import { useSend } from '../../../api-hooks.ts';
import { useMay } from '../../../app/session.ts';
import { Ago } from '../../../ui/moment.tsx';
import { Section } from '../../../ui/section.tsx';
import { toastDone, toastProblem } from '../../../ui/toast.tsx';
import { CustomerName } from '../customer-name.tsx';
import style from './card.module.css';
import { Compared } from './compared.tsx';

export function CustomerMerges({ customer }: { customer: CustomerCard }) {
  return (
    <>
      {customer.suspects.length > 0 && <Suspects customer={customer} />}
      {customer.merges.length > 0 && <Joined customer={customer} />}
    </>
  );
}

function Suspects({ customer }: { customer: CustomerCard }) {
  const { t } = useTranslation('customers');
  const may = useMay()('customers.merge');
  const [other, setOther] = useState<CustomerCard['suspects'][number] | null>(null);
  return (
    <Section title={t('card.suspects')}>
      <ul className={style.pairs}>
        {customer.suspects.map((suspect) => (
          <li key={suspect.id}>
            <span>
              <CustomerName customer={suspect.customer} /> <span className="dim">· {t(`suspicions.${suspect.reason}`)}</span>
            </span>
            {may && (
              <Button size="compact-sm" variant="default" onClick={() => setOther(suspect)}>
                {t('card.compare')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {other && (
        <CompareDialog suspectId={other.id} reason={other.reason} one={customer} other={other.customer} onClose={() => setOther(null)} />
      )}
    </Section>
  );
}

interface CompareDialogProps {
  suspectId: number;
  reason: string;
  one: Named;
  other: Named;
  onClose(): void;
}

export function CompareDialog({ suspectId, reason, one, other, onClose }: CompareDialogProps) {
  const { t } = useTranslation('customers');
  const merge = useMerge();
  const dismiss = useSend('POST /customers/suspects/:id/dismissal');
  const join = () => merge(one.id, other.id, t(`suspicions.${reason}`)).then(onClose, toastProblem);
  const apart = () => dismiss.mutateAsync({ params: { id: suspectId } }).then(onClose, toastProblem);
  return (
    <Modal opened onClose={onClose} title={t('card.compareTitle')} size="xl">
      <p className="dim">{t(`suspicions.${reason}`)}</p>
      <div className={style.compared}>
        <Compared id={one.id} />
        <Compared id={other.id} />
      </div>
      <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8, marginTop: 20 }}>
        <Button variant="default" onClick={() => void apart()}>
          {t('card.twoPeople')}
        </Button>
        <Button onClick={() => void join()}>{t('card.join')}</Button>
      </div>
    </Modal>
  );
}

/** Joins two records and offers to take it back. */
function useMerge() {
  const { t } = useTranslation('customers');
  const send = useSend('POST /customers/:id/merges', { touches: ['orders'] });
  const undo = useSend('DELETE /customers/:id/merges/:mergeId', { touches: ['orders'] });
  return async (id: number, otherId: number, reason: string) => {
    const merge = await send.mutateAsync({ params: { id }, body: { otherId, reason } });
    const takeBack = () => undo.mutateAsync({ params: { id: merge.keptId, mergeId: merge.id } }).catch(toastProblem);
    toastDone(t('card.joinedNow'), { undo: takeBack });
  };
}

function Joined({ customer }: { customer: CustomerCard }) {
  const { t } = useTranslation('customers');
  const may = useMay()('customers.merge');
  const undo = useSend('DELETE /customers/:id/merges/:mergeId', { touches: ['orders'] });
  const takeApart = (mergeId: number) =>
    undo.mutateAsync({ params: { id: customer.id, mergeId } }).then(() => toastDone(t('card.apartNow')), toastProblem);
  return (
    <Section title={t('card.merges')}>
      <ul className={style.pairs}>
        {customer.merges.map((merge) => (
          <li key={merge.id}>
            <span>
              <CustomerName customer={merge.gone} />{' '}
              <span className="dim">
                · {merge.author} · <Ago at={merge.at} />
              </span>
            </span>
            {may && (
              <Button size="compact-sm" variant="default" loading={undo.isPending} onClick={() => void takeApart(merge.id)}>
                {t('card.takeApart')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
