/** Connections: where orders come from, what each has brought, and the way to bring more. */
import { Button, Skeleton } from '@mantine/core';
import { IconPencil, IconUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api-hooks.ts';
import type { AnswerOf } from '../../api-types.ts';
import { useMay } from '../../app/session.ts';
import { useFormats } from '../../app/use-formats.ts';
import { Empty } from '../../ui/empty.tsx';
import { Go } from '../../ui/go.tsx';
import { Ago } from '../../ui/moment.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SmallTable } from '../../ui/small-table.tsx';
import style from './connections.module.css';
import { useLastImports } from './last-imports.ts';
import { NameChannel } from './name-channel.tsx';

type Channel = AnswerOf<'GET /channels'>[number];

export function ConnectionsPage() {
  const { t } = useTranslation('channels');
  const may = useMay();
  const [naming, setNaming] = useState<Channel | null>(null);
  const { data, error, isPending, refetch } = useApi('GET /channels', {});
  const load = may('import.run') && (
    <Button component={Link} to="/import" leftSection={<IconUpload size={17} />}>
      {t('list.import')}
    </Button>
  );
  return (
    <Page title={t('list.title')} note={t('list.text')} actions={load}>
      {isPending && <Skeleton height={200} />}
      {error && <ProblemNote problem={error} onRetry={refetch} />}
      {data && (
        <Channels channels={data} onName={setNaming} empty={<Empty title={t('list.empty')} text={t('list.emptyText')} action={load} />} />
      )}
      {naming && <NameChannel channel={naming} onClose={() => setNaming(null)} />}
    </Page>
  );
}

interface ChannelsProps {
  channels: readonly Channel[];
  onName: (channel: Channel) => void;
  empty: React.ReactNode;
}

function Channels({ channels, onName, empty }: ChannelsProps) {
  const { t } = useTranslation('channels');
  const { number, date } = useFormats();
  const may = useMay();
  const lastImport = useLastImports();
  const rename = (channel: Channel) => (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconPencil size={15} />}
      aria-label={t('list.renameOf', { name: channel.name })}
      onClick={() => onName(channel)}
    >
      {t('list.rename')}
    </Button>
  );
  return (
    <SmallTable
      label={t('list.title')}
      rows={channels}
      rowId={({ id }) => id}
      empty={empty}
      columns={[
        { key: 'name', title: t('columns.name'), cell: (channel) => <Name channel={channel} /> },
        {
          key: 'orders',
          title: t('columns.orders'),
          align: 'end',
          cell: ({ id, orders }) => <Go to={`/orders?channel=${id}`}>{number(orders)}</Go>,
        },
        { key: 'first', title: t('columns.firstOrder'), cell: ({ firstOrderAt }) => (firstOrderAt ? date(firstOrderAt) : '—') },
        { key: 'last', title: t('columns.lastOrder'), cell: ({ lastOrderAt }) => (lastOrderAt ? <Ago at={lastOrderAt} /> : '—') },
        { key: 'received', title: t('columns.received'), cell: ({ receivedAt }) => (receivedAt ? <Ago at={receivedAt} /> : '—') },
        { key: 'import', title: t('columns.lastImport'), cell: ({ id }) => <LastImport run={lastImport(id)} /> },
        ...(may('settings.write') ? [{ key: 'rename', title: '', align: 'end' as const, cell: rename }] : []),
      ]}
    />
  );
}

function Name({ channel: { name, code, kind } }: { channel: Channel }) {
  const { t, i18n } = useTranslation('channels');
  const known = i18n.exists(`channels:kinds.${kind}`);
  return (
    <span className={style.name}>
      <b>{name}</b>
      <small>{[known ? t(`kinds.${kind}`) : kind, code].filter((word, index, all) => all.indexOf(word) === index).join(' · ')}</small>
    </span>
  );
}

function LastImport({ run }: { run: ReturnType<ReturnType<typeof useLastImports>> }) {
  if (!run) return '—';
  return (
    <span className={style.name}>
      <Go to={`/import/${run.id}`}>{run.fileName}</Go>
      <small>
        <Ago at={run.finishedAt ?? run.createdAt} />
      </small>
    </span>
  );
}
