/** One import from the choice of its settings to its report. */
import { Skeleton } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api-hooks.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ImportReport } from './import-report.tsx';
import { ImportSetup } from './import-setup.tsx';
import { ImportState, isGoing } from './import-state.tsx';

export function ImportPage() {
  const { t } = useTranslation('imports');
  const { id } = useParams({ strict: false }) as { id: string };
  const run = useApi('GET /imports/:id', { params: { id } }, { every: (answer) => (!answer || isGoing(answer) ? 1000 : 60_000) });
  return (
    <Page
      title={run.data?.fileName ?? t('title')}
      aside={run.data && <ImportState state={run.data.state} />}
      crumbs={[{ title: t('title'), to: '/import' }]}
    >
      {run.isPending && <Skeleton height={240} />}
      {run.error && <ProblemNote problem={run.error} onRetry={run.refetch} />}
      {run.data?.state === 'ready' && <ImportSetup run={run.data} />}
      {run.data && run.data.state !== 'ready' && <ImportReport run={run.data} />}
    </Page>
  );
}
