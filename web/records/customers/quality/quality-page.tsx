/** How good the data about customers is: how complete by source, what is wrong, and who may be one person (CUS-9). */
import { Progress, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Quality } from '../../../../contract/customer-care.ts';
import { useApi } from '../../../api-hooks.ts';
import { useFormats } from '../../../app/use-formats.ts';
import { Empty } from '../../../ui/empty.tsx';
import { Go } from '../../../ui/go.tsx';
import { Page } from '../../../ui/page.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { Section } from '../../../ui/section.tsx';
import { SmallTable } from '../../../ui/small-table.tsx';
import { Tile, Tiles } from '../../../ui/tile.tsx';
import { useChannels } from '../../channels/channels.ts';
import { MendPhones } from './mend-phones.tsx';
import { SuspectList } from './suspect-list.tsx';

export function QualityPage() {
  const { t } = useTranslation('customers');
  const { data, error, isPending, refetch } = useApi('GET /customers/quality', {});
  return (
    <Page title={t('quality.title')} note={t('quality.text')}>
      {isPending && <Skeleton height={320} />}
      {error && <ProblemNote problem={error} onRetry={refetch} />}
      {data?.customers === 0 && <Empty title={t('list.empty')} text={t('list.emptyText')} />}
      {data && data.customers > 0 && (
        <>
          <Issues quality={data} />
          <Sources quality={data} />
        </>
      )}
      <SuspectList />
    </Page>
  );
}

function Issues({ quality }: { quality: Quality }) {
  const { t } = useTranslation('customers');
  const { number } = useFormats();
  return (
    <Tiles>
      {quality.issues.map((issue) => (
        <Tile
          key={issue.kind}
          title={t(`quality.issues.${issue.kind}`)}
          value={number(issue.count)}
          definition={t(`quality.defs.${issue.kind}`)}
          to={issue.count > 0 ? addressOf(issue) : undefined}
          note={issue.kind === 'bad_phone' && issue.count > 0 ? <MendPhones count={issue.count} /> : undefined}
        />
      ))}
    </Tiles>
  );
}

function addressOf({ filter }: Quality['issues'][number]): string {
  if (!filter) return '/customers/quality#suspects';
  const query = Object.entries(filter).flatMap(([key, value]) => (Array.isArray(value) ? value : [value]).map((one) => `${key}=${one}`));
  return `/customers?${query.join('&')}`;
}

type Source = Quality['sources'][number];
const parts = ['name', 'email', 'phone', 'city', 'sex', 'birthDate'] as const;

function Sources({ quality }: { quality: Quality }) {
  const { t } = useTranslation('customers');
  const { number } = useFormats();
  const { nameOf } = useChannels();
  return (
    <Section plate title={t('quality.sources')}>
      <SmallTable
        label={t('quality.sources')}
        rows={quality.sources}
        rowId={({ channelId }) => channelId}
        columns={[
          { key: 'channel', title: t('filters.channel'), cell: ({ channelId }: Source) => nameOf(channelId) ?? t('byHand') },
          {
            key: 'customers',
            title: t('list.title'),
            align: 'end',
            cell: ({ channelId, customers }: Source) => <Go to={`/customers?channel=${channelId}`}>{number(customers)}</Go>,
          },
          {
            key: 'all',
            title: t('quality.completeness'),
            cell: ({ completeness }: Source) => <Share share={completeness} label={t('quality.completeness')} />,
          },
          ...parts.map((part) => ({
            key: part,
            title: t(`quality.parts.${part}`),
            cell: (source: Source) => <Share share={source.parts[part] ?? 0} label={t(`quality.parts.${part}`)} />,
          })),
        ]}
      />
    </Section>
  );
}

function Share({ share, label }: { share: number; label: string }) {
  const { percent } = useFormats();
  return (
    <span style={{ display: 'grid', gap: 4, minWidth: 72 }}>
      <span className="figures">{percent(share)}</span>
      <Progress value={share * 100} size={4} aria-label={label} />
    </span>
  );
}
