/** Invites someone: an address, a role with what it may, and the link to send. */
import { Button, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../contract/access.ts';
import { roles } from '../../../contract/access.ts';
import { useSend } from '../../api-hooks.ts';
import { showProblem } from '../../ui/fields/problem-fields.ts';

interface InviteDialogProps {
  opened: boolean;
  onClose: () => void;
  /** The path of the one-time link. */
  onLink: (path: string) => void;
}

export function InviteDialog({ opened, onClose, onLink }: InviteDialogProps) {
  const { t } = useTranslation();
  const invite = useSend('POST /people/invitations');
  const form = useForm<{ email: string; role: Role }>({ initialValues: { email: '', role: 'operator' } });
  const send = async (body: typeof form.values) => {
    try {
      const { path } = await invite.mutateAsync({ body });
      form.reset();
      onClose();
      onLink(path);
    } catch (problem) {
      showProblem(form, problem);
    }
  };
  return (
    <Modal opened={opened} onClose={onClose} title={t('settings.inviteTitle')} size={520}>
      <form onSubmit={form.onSubmit((values) => void send(values))}>
        <Stack gap="md">
          <TextInput type="email" required withAsterisk={false} data-autofocus label={t('signIn.email')} {...form.getInputProps('email')} />
          <Radio.Group label={t('settings.role')} {...form.getInputProps('role')}>
            <Stack gap={10} mt={8}>
              {roles.map((role) => (
                <Radio key={role} value={role} label={t(`people:role.${role}`)} description={t(`people:role-about.${role}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <Button type="submit" loading={invite.isPending}>
            {t('settings.makeLink')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
