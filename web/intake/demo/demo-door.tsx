/** The way into the demo shop from the first steps: opens it, shows how far it is, then leads in (TRN-3). */
import { Button } from '@mantine/core';
import { IconBuildingStore } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi, useSend } from '../../api-hooks.ts';
import { useMay } from '../../app/session.ts';
import { JobProgress } from '../../ui/job-progress.tsx';
import { toastProblem } from '../../ui/toast.tsx';
import { useDemo } from './use-demo.ts';

export function DemoDoor() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const demo = useDemo();
  const open = useSend('POST /demo', { touches: ['jobs'] });
  const may = useMay()('settings.write');
  if (!demo) return null;
  if (demo.state === 'ready') {
    return (
      <Button component={Link} to="/" variant="default">
        {t('start.demoEnter')}
      </Button>
    );
  }
  if (demo.jobId && demo.state !== 'absent') return <DemoProgress jobId={demo.jobId} title={t(`demo:state.${demo.state}`)} />;
  return (
    <Button
      leftSection={<IconBuildingStore size={17} />}
      loading={open.isPending}
      disabled={!may}
      onClick={() => void open.mutateAsync({ body: {} }).then(() => navigate({ to: '/start' }), toastProblem)}
    >
      {t('demo:open')}
    </Button>
  );
}

function DemoProgress({ jobId, title }: { jobId: string; title: string }) {
  const { data } = useApi('GET /jobs/:id', { params: { id: jobId } }, { every: () => 1000 });
  return data ? <JobProgress {...data} title={title} note={data.error} /> : null;
}
