/** Short notices at the foot of the screen. What can be undone offers it here instead of asking before. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import i18next from 'i18next';
import { ApiProblem } from '../api.ts';

interface Undoable {
  undo?: () => unknown;
}

/** Says that something is done; with `undo`, offers to take it back for ten seconds. */
export function toastDone(text: string, { undo }: Undoable = {}): void {
  const id = crypto.randomUUID();
  const takeBack = () => {
    notifications.hide(id);
    void undo?.();
  };
  notifications.show({
    id,
    autoClose: undo ? 10_000 : 4000,
    icon: <IconCheck size={16} />,
    color: 'spruce',
    withCloseButton: !undo,
    message: undo ? <Undo text={text} onUndo={takeBack} /> : text,
  });
}

/** Says what went wrong, in the server's words where it has any. */
export function toastProblem(problem: unknown): void {
  const known = problem instanceof ApiProblem && problem.status !== 0;
  const away = problem instanceof ApiProblem && problem.status === 0;
  const message = known ? problem.title : i18next.t(away ? 'ui:problem.unreachable' : 'ui:problem.unknown');
  notifications.show({ autoClose: 8000, icon: <IconAlertTriangle size={16} />, color: 'red', message });
}

function Undo({ text, onUndo }: { text: string; onUndo: () => void }) {
  return (
    <span style={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 12 }}>
      {text}
      <Button size="compact-sm" variant="light" onClick={onUndo}>
        {i18next.t('ui:undo')}
      </Button>
    </span>
  );
}
