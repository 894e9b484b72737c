/** Where files come in: drop one, or look at those that came before. */
import { Button, Progress } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../api-hooks.ts';
import type { RowOf } from '../../api-types.ts';
import { takeHandedFiles } from '../../app/handed-files.ts';
import { useFormats } from '../../app/use-formats.ts';
import { upload } from '../../transfer.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Go } from '../../ui/go.tsx';
import { Ago } from '../../ui/moment.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { SmallTable } from '../../ui/small-table.tsx';
import { toastProblem } from '../../ui/toast.tsx';
import { ImportState } from './import-state.tsx';

type Run = RowOf<'GET /imports'>;

export function ImportsPage() {
  const { t } = useTranslation('imports');
  const sending = useSending();
  return (
    <Page title={t('title')} note={t('screen.intro')} slim>
      {sending.file ? (
        <Sending name={sending.file.name} share={sending.share} />
      ) : (
        <FileDrop onFiles={sending.send} hint={t('screen.formats')} />
      )}
      <PastImports />
    </Page>
  );
}

/** Sends the chosen file, or the one that was dropped on another screen, and opens its import. */
function useSending() {
  const navigate = useNavigate();
  const [share, setShare] = useState(0);
  const [handed] = useState(takeHandedFiles);
  const { mutate, variables, isPending } = useMutation({
    mutationFn: (file: File) =>
      upload('POST /imports/files', file, { query: { name: file.name } }, { onProgress: ({ sent, total }) => setShare(sent / total) }),
    onSuccess: (run) => navigate({ href: `/import/${run.id}` }),
    onError: toastProblem,
  });
  const [waiting] = handed;
  useEffect(() => {
    if (waiting) mutate(waiting);
  }, [waiting, mutate]);
  return { file: isPending ? variables : null, share, send: ([file]: File[]) => file && mutate(file) };
}

function Sending({ name, share }: { name: string; share: number }) {
  const { t } = useTranslation('imports');
  const { percent } = useFormats();
  const label = t('screen.sending', { name, percent: percent(share) });
  return (
    <Section plate title={label}>
      <Progress value={share * 100} aria-label={label} animated />
    </Section>
  );
}

function PastImports() {
  const { t } = useTranslation('imports');
  const { number } = useFormats();
  const past = useList('GET /imports', { query: { limit: 20 } });
  if (past.problem) return <ProblemNote problem={past.problem} onRetry={past.retry} />;
  const columns = [
    { key: 'file', title: t('screen.file'), cell: (run: Run) => <Go to={`/import/${run.id}`}>{run.fileName}</Go> },
    { key: 'preset', title: t('screen.preset'), cell: (run: Run) => t(`presets.${run.preset}`) },
    { key: 'state', title: t('screen.state'), cell: (run: Run) => <ImportState state={run.state} /> },
    { key: 'rows', title: t('screen.rows'), align: 'end' as const, cell: (run: Run) => number(run.rowsDone) },
    { key: 'bad', title: t('screen.bad'), align: 'end' as const, cell: (run: Run) => number(run.rowsBad) },
    { key: 'when', title: t('screen.when'), cell: (run: Run) => <Ago at={run.startedAt ?? run.createdAt} /> },
  ];
  return (
    <Section title={t('screen.past')}>
      <SmallTable
        label={t('screen.past')}
        columns={columns}
        rows={past.rows}
        rowId={(run) => run.id}
        empty={<p className="dim">{t('screen.none')}</p>}
      />
      {past.more && (
        <Button variant="default" loading={past.loadingMore} onClick={() => void past.loadMore()}>
          {t('screen.more')}
        </Button>
      )}
    </Section>
  );
}
