/** How notices look. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import i18next from 'i18next';

export function showDone(text: string, undo?: () => unknown): void {
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

export function showProblem(message: string): void {
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
