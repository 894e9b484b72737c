/** What can be done with the ticked rows, over the foot of the list. */
import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toastProblem } from '../toast.tsx';
import style from './bulk-bar.module.css';
import type { Chosen } from './chosen.ts';
import type { BulkAction } from './list-types.ts';

interface BulkBarProps<Row> {
  actions: readonly BulkAction<Row>[];
  chosen: Chosen<Row>;
}

export function BulkBar<Row>({ actions, chosen }: BulkBarProps<Row>) {
  const { t } = useTranslation('ui');
  const [running, setRunning] = useState<string | null>(null);
  const run = async (action: BulkAction<Row>) => {
    setRunning(action.key);
    try {
      if ((await action.run(chosen.rows())) !== false) chosen.clear();
    } catch (problem) {
      toastProblem(problem);
    } finally {
      setRunning(null);
    }
  };
  return (
    <section className={style.bar} aria-label={t('list.bulk')}>
      <span aria-live="polite">{t('list.chosen', { count: chosen.count })}</span>
      {actions.map((action) => (
        <Button
          key={action.key}
          size="compact-md"
          variant={action.danger ? 'light' : 'default'}
          color={action.danger ? 'red' : undefined}
          leftSection={action.icon && <action.icon size={16} stroke={1.7} />}
          loading={running === action.key}
          disabled={running !== null}
          onClick={() => void run(action)}
        >
          {action.title}
        </Button>
      ))}
      <CloseButton aria-label={t('list.clearChosen')} onClick={chosen.clear} />
    </section>
  );
}
