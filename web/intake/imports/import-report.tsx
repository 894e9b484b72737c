/** What an import does and did: progress, what was in the file, what became of it, what did not get in, and the way back. */
import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useList, useSend } from '../../api-hooks.ts';
import { useMay } from '../../app/session.ts';
import { useFormats } from '../../app/use-formats.ts';
import { download } from '../../transfer.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { Go } from '../../ui/go.tsx';
import { JobProgress } from '../../ui/job-progress.tsx';
import { Section } from '../../ui/section.tsx';
import { SmallTable } from '../../ui/small-table.tsx';
import { Tile, Tiles } from '../../ui/tile.tsx';
import { toastProblem } from '../../ui/toast.tsx';
import { BadRows } from './bad-rows.tsx';
import { type ImportRun, isGoing } from './import-state.tsx';

export function ImportReport({ run }: { run: ImportRun }) {
  return (
    <>
      <Progress run={run} />
      <Tally run={run} />
      <Sums run={run} />
      <Became run={run} />
      {run.rowsBad > 0 && <NotAccepted run={run} />}
      {!isGoing(run) && run.state !== 'undone' && <WayOn run={run} />}
    </>
  );
}

const jobState = {
  ready: 'waiting',
  waiting: 'waiting',
  running: 'running',
  done: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
  undoing: 'running',
  undone: 'done',
} as const;

function Progress({ run }: { run: ImportRun }) {
  const { t } = useTranslation('imports');
  const cancel = useSend('POST /imports/:id/cancel');
  const stop = () => cancel.mutate({ params: { id: run.id } }, { onError: toastProblem });
  return (
    <Section plate>
      <JobProgress
        title={t(`states.${run.state}`)}
        state={jobState[run.state]}
        done={run.rowsDone}
        total={run.rowsTotal}
        rate={run.rowsPerSecond}
        secondsLeft={run.secondsLeft}
        note={run.error ?? (run.ignored.length > 0 ? t('screen.ignored', { names: run.ignored.join(', ') }) : undefined)}
        onCancel={run.state === 'running' || run.state === 'waiting' ? stop : undefined}
      />
    </Section>
  );
}

function Tally({ run: { tally } }: { run: ImportRun }) {
  const { t } = useTranslation('imports');
  const { number } = useFormats();
  if (!tally) return null;
  const shown = (['orders', 'returns', 'lines', 'customers', 'products', 'stock', 'reviews'] as const).filter((kind) => tally[kind] > 0);
  return (
    <Section title={t('screen.inFile')}>
      <Tiles>
        {shown.map((kind) => (
          <Tile key={kind} title={t(`screen.${kind}`)} value={number(tally[kind])} definition={t('screen.ofFile')} />
        ))}
      </Tiles>
    </Section>
  );
}

const sumKinds = ['goods', 'delivery', 'other', 'returned', 'total', 'payments'] as const;

function Sums({ run }: { run: ImportRun }) {
  const { t } = useTranslation('imports');
  const { money } = useFormats();
  const rows = Object.entries(run.sums).map(([currency, sums]) => ({ currency, sums }));
  if (rows.length === 0) return null;
  const columns = [
    { key: 'currency', title: '', cell: (row: (typeof rows)[number]) => row.currency },
    ...sumKinds.map((kind) => ({
      key: kind,
      title: t(`screen.${kind}`),
      align: 'end' as const,
      cell: (row: (typeof rows)[number]) => money(row.sums[kind], row.currency),
    })),
  ];
  return (
    <Section plate title={t('screen.amounts')}>
      <SmallTable label={t('screen.amounts')} columns={columns} rows={rows} rowId={(row) => row.currency} />
    </Section>
  );
}

function Became({ run }: { run: ImportRun }) {
  const { t } = useTranslation('imports');
  const { number } = useFormats();
  const rows = Object.entries(run.counts)
    .filter(([, counts]) => Object.values(counts).some((count) => count > 0))
    .map(([kind, counts]) => ({ kind, counts }));
  if (rows.length === 0) return null;
  const columns = [
    { key: 'kind', title: '', cell: (row: (typeof rows)[number]) => t(`kinds.${row.kind}`) },
    ...(['created', 'updated', 'unchanged', 'late'] as const).map((verdict) => ({
      key: verdict,
      title: t(`screen.${verdict}`),
      align: 'end' as const,
      cell: (row: (typeof rows)[number]) => number(row.counts[verdict]),
    })),
  ];
  return (
    <Section plate title={t('screen.became')}>
      <SmallTable label={t('screen.became')} columns={columns} rows={rows} rowId={(row) => row.kind} />
    </Section>
  );
}

function NotAccepted({ run }: { run: ImportRun }) {
  const { t } = useTranslation('imports');
  const bad = useList('GET /imports/:id/bad-rows', { params: { id: run.id }, query: { limit: 50 } });
  const save = (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} />}
      onClick={() => download('GET /imports/:id/bad-rows.csv', { params: { id: run.id } })}
    >
      {t('screen.download')}
    </Button>
  );
  return (
    <Section plate title={t('screen.badRows')} aside={save}>
      <p className="dim">{t('screen.badText')}</p>
      <BadRows rows={bad.rows} />
    </Section>
  );
}

function WayOn({ run }: { run: ImportRun }) {
  const { t } = useTranslation('imports');
  const may = useMay();
  const undo = useSend('POST /imports/:id/undo', { touches: ['orders', 'customers', 'products', 'analytics', 'today', 'jobs'] });
  const [asking, ask] = useDisclosure(false);
  return (
    <Group>
      {may('orders.read') && run.channelId !== null && <Go to={`/orders?channel=${run.channelId}`}>{t('screen.seeOrders')}</Go>}
      <Go to="/import">{t('screen.again')}</Go>
      <Button variant="subtle" color="red" leftSection={<IconArrowBackUp size={16} />} onClick={ask.open}>
        {t('screen.undo')}
      </Button>
      <Confirm
        opened={asking}
        onClose={ask.close}
        title={t('screen.undoTitle')}
        text={t('screen.undoText')}
        action={t('screen.undo')}
        onConfirm={() => undo.mutateAsync({ params: { id: run.id } })}
      />
    </Group>
  );
}
