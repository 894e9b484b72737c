/** Asks before what cannot be taken back. Where it can, `toastDone` with `undo` is better. */
import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toastProblem } from './toast.tsx';

interface ConfirmProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  text: ReactNode;
  /** The verb on the button. */
  action: string;
  onConfirm: () => Promise<unknown>;
  /** Must be typed first, for what would be missed most. */
  typed?: string;
}

export function Confirm({ opened, onClose, title, text, action, onConfirm, typed }: ConfirmProps) {
  const { t } = useTranslation('ui');
  const [running, setRunning] = useState(false);
  const [words, setWords] = useState('');
  const confirm = async () => {
    setRunning(true);
    try {
      await onConfirm();
      onClose();
    } catch (problem) {
      toastProblem(problem);
    } finally {
      setRunning(false);
    }
  };
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={440}>
      <Text c="var(--ink-soft)">{text}</Text>
      {typed && (
        <TextInput
          mt="md"
          label={t('confirm.type', { word: typed })}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button color="red" loading={running} disabled={typed !== undefined && words !== typed} onClick={() => void confirm()}>
          {action}
        </Button>
      </Group>
    </Modal>
  );
}
