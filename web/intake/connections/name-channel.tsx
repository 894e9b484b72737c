/** Gives a channel the name people know it by. */
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../api-hooks.ts';
import { toastDone, toastProblem } from '../../ui/toast.tsx';

interface NameChannelProps {
  channel: { id: number; name: string; code: string };
  onClose: () => void;
}

export function NameChannel({ channel, onClose }: NameChannelProps) {
  const { t } = useTranslation('channels');
  const [name, setName] = useState(channel.name);
  const send = useSend('PATCH /channels/:id');
  const put = (text: string) => send.mutateAsync({ params: { id: channel.id }, body: { name: text } });
  const save = async (event: React.FormEvent) => {
    event.preventDefault();
    try {
      await put(name.trim());
      toastDone(t('list.renamed'), { undo: () => put(channel.name).catch(toastProblem) });
      onClose();
    } catch (problem) {
      toastProblem(problem);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('list.renameOf', { name: channel.name })} size={400}>
      <form onSubmit={(event) => void save(event)}>
        <TextInput
          data-autofocus
          label={t('columns.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={120}
        />
        <Group justify="flex-end" mt="md">
          <Button type="submit" loading={send.isPending} disabled={!name.trim()}>
            {t('ui:save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
