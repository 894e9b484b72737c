/** A refusal or a failure in words, in the place where the answer would be, with the way to try again. */
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api.ts';
import style from './problem-note.module.css';

/** The sentence for any failure. */
export function useProblemWords(): (problem: unknown) => string {
  const { t } = useTranslation('ui');
  return (problem) => {
    if (!(problem instanceof ApiProblem)) return t('problem.unknown');
    return problem.status === 0 ? t('problem.unreachable') : (problem.detail ?? problem.title);
  };
}

export function ProblemNote({ problem, onRetry }: { problem: unknown; onRetry?: () => unknown }) {
  const { t } = useTranslation('ui');
  const words = useProblemWords();
  return (
    <div className={style.note} role="alert" data-tone="red">
      <IconAlertTriangle size={18} stroke={1.7} aria-hidden />
      <span>{words(problem)}</span>
      {onRetry && (
        <Button size="compact-sm" variant="default" leftSection={<IconRefresh size={15} />} onClick={() => void onRetry()}>
          {t('problem.again')}
        </Button>
      )}
    </div>
  );
}
