/** Long work: how much is done, how fast, how long it will take, and the way to stop it. */
import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../app/use-formats.ts';
import style from './job-progress.module.css';

export interface JobProgressProps {
  title: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  done: number;
  /** Null where it cannot be known beforehand. */
  total: number | null;
  /** Per second. */
  rate?: number | null;
  secondsLeft?: number | null;
  /** What went wrong, or what came of it. */
  note?: React.ReactNode;
  onCancel?: () => unknown;
}

const colors = { waiting: 'gray', running: 'spruce', done: 'spruce', failed: 'red', cancelled: 'gray' } as const;

export function JobProgress(props: JobProgressProps) {
  const { t } = useTranslation('ui');
  const { title, state, done, total, note, onCancel } = props;
  const going = state === 'running' || state === 'waiting';
  const share = state === 'done' ? 100 : total ? Math.min(100, (done / total) * 100) : going ? 100 : 0;
  return (
    <div className={style.job}>
      <div className={style.head}>
        <strong>{title}</strong>
        <span>{t(`job.${state}`)}</span>
      </div>
      <Progress
        value={share}
        color={colors[state]}
        size={6}
        radius="xl"
        striped={going && !total}
        animated={going && !total}
        aria-label={title}
      />
      <div className={style.foot}>
        <JobFigures {...props} going={going} />
        {going && onCancel && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => void onCancel()}>
            {t('cancel')}
          </Button>
        )}
      </div>
      {note && <div className={style.note}>{note}</div>}
    </div>
  );
}

function JobFigures({ done, total, rate, secondsLeft, going }: JobProgressProps & { going: boolean }) {
  const { t } = useTranslation('ui');
  const { number, duration } = useFormats();
  const parts = [
    total === null ? number(done) : t('job.of', { done: number(done), total: number(total) }),
    going && rate ? t('job.rate', { rate: number(Math.round(rate)) }) : null,
    going && secondsLeft ? t('job.left', { time: duration(secondsLeft) }) : null,
  ];
  return <span className="figures">{parts.filter(Boolean).join(' · ')}</span>;
}
