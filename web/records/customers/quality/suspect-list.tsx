/** Pairs of records that may be one person: compare, join or keep apart. */
import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Suspect } from '../../../../contract/customer-care.ts';
import { useList, useSend } from '../../../api-hooks.ts';
import { useMay } from '../../../app/session.ts';
import { Ago } from '../../../ui/moment.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { Section } from '../../../ui/section.tsx';
import { SmallTable } from '../../../ui/small-table.tsx';
import { toastDone, toastProblem } from '../../../ui/toast.tsx';
import { CompareDialog } from '../card/customer-merges.tsx';
import { CustomerName } from '../customer-name.tsx';

export function SuspectList() {
  const { t } = useTranslation('customers');
  const may = useMay();
  const suspects = useList('GET /customers/suspects', { query: { limit: 50 } });
  const search = useSend('POST /customers/suspects/search', { touches: ['jobs'] });
  const [open, setOpen] = useState<Suspect | null>(null);
  const look = () => search.mutateAsync({}).then(() => toastDone(t('bulk.begun')), toastProblem);
  const lookButton = may('customers.write') && (
    <Button variant="default" size="compact-sm" loading={search.isPending} onClick={() => void look()}>
      {t('quality.look')}
    </Button>
  );
  return (
    <Section plate title={t('card.suspects')} aside={lookButton}>
      <div id="suspects" />
      {suspects.loading && <Skeleton height={120} />}
      {suspects.problem && <ProblemNote problem={suspects.problem} onRetry={suspects.retry} />}
      <SmallTable
        label={t('card.suspects')}
        rows={suspects.rows}
        rowId={({ id }) => id}
        empty={<p className="dim">{t('quality.noSuspects')}</p>}
        columns={[
          { key: 'first', title: t('quality.one'), cell: ({ first }) => <CustomerName customer={first} /> },
          { key: 'second', title: t('quality.other'), cell: ({ second }) => <CustomerName customer={second} /> },
          { key: 'reason', title: t('quality.why'), cell: ({ reason }) => t(`suspicions.${reason}`) },
          { key: 'at', title: t('quality.since'), cell: ({ at }) => <Ago at={at} />, width: 130 },
          {
            key: 'compare',
            title: '',
            align: 'end',
            cell: (suspect) =>
              may('customers.merge') && (
                <Button size="compact-sm" variant="default" onClick={() => setOpen(suspect)}>
                  {t('card.compare')}
                </Button>
              ),
          },
        ]}
      />
      {suspects.more && (
        <Button variant="default" loading={suspects.loadingMore} onClick={() => void suspects.loadMore()}>
          {t('timeline.more')}
        </Button>
      )}
      {open && (
        <CompareDialog suspectId={open.id} reason={open.reason} one={open.first} other={open.second} onClose={() => setOpen(null)} />
      )}
    </Section>
  );
}
