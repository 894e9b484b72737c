/** Makes a key: a name, what it may do, until when; then its text, shown once. */
import { Alert, Button, Checkbox, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../../../contract/access.ts';
import { useSend } from '../../api-hooks.ts';
import { useMe } from '../../app/session.ts';
import { Copy } from '../../ui/copy.tsx';
import { showProblem } from '../../ui/fields/problem-fields.ts';

const DateField = lazy(() => import('../../ui/fields/date-field.tsx').then((module) => ({ default: module.DateField })));

export function MakeKeyDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const [made, setMade] = useState<string | null>(null);
  const close = () => {
    setMade(null);
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t(made ? 'settings.keyMade' : 'settings.makeKey')}
      size={520}
      closeOnClickOutside={made === null}
    >
      {made ? <MadeKey text={made} onClose={close} /> : <KeyForm onMade={setMade} />}
    </Modal>
  );
}

function KeyForm({ onMade }: { onMade: (key: string) => void }) {
  const { t } = useTranslation();
  const { permissions } = useMe();
  const make = useSend('POST /keys');
  const form = useForm<{ name: string; scopes: Permission[]; until: string | null }>({
    initialValues: { name: '', scopes: [], until: null },
  });
  const send = async ({ name, scopes, until }: typeof form.values) => {
    try {
      onMade((await make.mutateAsync({ body: { name, scopes, expiresAt: until && new Date(`${until}T23:59:59`).toISOString() } })).key);
    } catch (problem) {
      showProblem(form, problem);
    }
  };
  return (
    <form onSubmit={form.onSubmit((values) => void send(values))}>
      <Stack gap="md">
        <TextInput
          data-autofocus
          required
          withAsterisk={false}
          label={t('settings.keyName')}
          placeholder={t('settings.keyNameHint')}
          {...form.getInputProps('name')}
        />
        <Checkbox.Group label={t('settings.scopes')} {...form.getInputProps('scopes')}>
          <Stack gap={8} mt={8}>
            {permissions.map((scope) => (
              <Checkbox key={scope} size="xs" value={scope} label={t(`keys:scope.${scope}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Suspense>
          <DateField label={t('settings.keyUntil')} value={form.values.until} onChange={(until) => form.setFieldValue('until', until)} />
        </Suspense>
        <Button type="submit" loading={make.isPending} disabled={form.values.scopes.length === 0}>
          {t('settings.makeKey')}
        </Button>
      </Stack>
    </form>
  );
}

function MadeKey({ text, onClose }: { text: string; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <TextInput
        label={t('settings.key')}
        value={text}
        readOnly
        rightSection={<Copy text={text} />}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
      <Alert color="yellow" variant="light">
        {t('settings.keyOnce')}
      </Alert>
      <Button variant="default" onClick={onClose}>
        {t('settings.done')}
      </Button>
    </Stack>
  );
}
