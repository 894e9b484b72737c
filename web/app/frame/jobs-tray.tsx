/** Work that goes on behind the screens: a ring in the bar while anything runs, progress and cancel inside. */
import { ActionIcon, Indicator, Popover, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconProgress } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useSend } from '../../api-hooks.ts';
import type { AnswerOf } from '../../api-types.ts';
import { JobProgress } from '../../ui/job-progress.tsx';
import { Ago } from '../../ui/moment.tsx';
import { toastProblem } from '../../ui/toast.tsx';
import { useMay } from '../session.ts';
import style from './jobs-tray.module.css';

type Job = AnswerOf<'GET /jobs'>['rows'][number];

const isGoing = (job: Job) => job.state === 'running' || job.state === 'waiting';

/** Asked often while something runs, and now and then otherwise. */
const pause = (answer: AnswerOf<'GET /jobs'> | undefined) => (answer?.rows.some(isGoing) ? 1500 : 20_000);

export function JobsTray() {
  const { t } = useTranslation();
  const jobs = useApi('GET /jobs', {}, { every: pause }).data?.rows ?? [];
  const running = jobs.filter(isGoing).length;
  const [open, { toggle, close }] = useDisclosure(false);
  useRefreshWhenDone(running);
  const label = running > 0 ? t('jobs.running', { count: running }) : t('jobs.tray');
  return (
    <Popover opened={open} onChange={(now) => !now && close()} width={380} position="bottom-end" trapFocus>
      <Popover.Target>
        <Tooltip label={label} disabled={open}>
          <Indicator label={running} size={16} disabled={running === 0} offset={6}>
            <ActionIcon
              size={34}
              aria-label={label}
              aria-haspopup="dialog"
              aria-expanded={open}
              onClick={toggle}
              className={running > 0 ? style.going : undefined}
            >
              <IconProgress size={19} stroke={1.6} />
            </ActionIcon>
          </Indicator>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('jobs.tray')} className={style.tray}>
        {jobs.length === 0 && <p className={style.none}>{t('jobs.none')}</p>}
        {jobs.map((job) => (
          <JobLine key={job.id} job={job} />
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}

/** What a job changed shows on the screens without a reload. */
function useRefreshWhenDone(running: number): void {
  const cache = useQueryClient();
  const before = useRef(running);
  useEffect(() => {
    if (running < before.current) void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'jobs' });
    before.current = running;
  }, [running, cache]);
}

/** `demo.load` is `demo:jobs.load`. */
const wordsOf = (job: string) => job.replace('.', ':jobs.');

function JobLine({ job }: { job: Job }) {
  const { t } = useTranslation();
  const may = useMay();
  const cancel = useSend('POST /jobs/:id/cancellation');
  const stop = () => cancel.mutateAsync({ params: { id: job.id } }).catch(toastProblem);
  return (
    <JobProgress
      {...job}
      title={t(wordsOf(job.job), { defaultValue: job.job })}
      note={job.error ?? job.note ?? (job.finishedAt && <Ago at={job.finishedAt} />)}
      onCancel={may('settings.write') ? stop : undefined}
    />
  );
}
