/** Two-step sign-in: password, QR for the authenticator, a first code, recovery codes; or its removal. */
import { Button, Code, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../api-hooks.ts';
import type { AnswerOf } from '../../api-types.ts';
import { keepMe, useMe } from '../../app/session.ts';
import { Chip } from '../../ui/chip.tsx';
import { Copy } from '../../ui/copy.tsx';
import { showProblem } from '../../ui/fields/problem-fields.ts';
import { toastDone } from '../../ui/toast.tsx';

type Begun = AnswerOf<'POST /me/totp'>;

export function TwoStep() {
  const { t } = useTranslation();
  const me = useMe();
  const [begun, setBegun] = useState<Begun | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const confirmed = (recovery: string[]) => {
    setBegun(null);
    setCodes(recovery);
    keepMe({ ...me, twoStep: true });
  };
  return (
    <Stack gap="sm" align="flex-start">
      <Group gap="sm">
        <Chip tone={me.twoStep ? 'green' : 'grey'} mark>
          {t(me.twoStep ? 'settings.on' : 'settings.off')}
        </Chip>
        <Text c="dimmed" size="sm">
          {t('settings.twoStepText')}
        </Text>
      </Group>
      {codes && <RecoveryCodes codes={codes} />}
      {begun ? <ConfirmCode begun={begun} onConfirmed={confirmed} /> : <WithPassword on={me.twoStep} onBegun={setBegun} />}
    </Stack>
  );
}

function WithPassword({ on, onBegun }: { on: boolean; onBegun: (begun: Begun) => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const begin = useSend('POST /me/totp');
  const remove = useSend('POST /me/totp/removal');
  const form = useForm({ initialValues: { password: '' } });
  const send = async (body: typeof form.values) => {
    try {
      if (on) {
        await remove.mutateAsync({ body });
        keepMe({ ...me, twoStep: false });
        toastDone(t('settings.twoStepOff'));
      } else onBegun(await begin.mutateAsync({ body }));
      form.reset();
    } catch (problem) {
      showProblem(form, problem);
    }
  };
  return (
    <form onSubmit={form.onSubmit((values) => void send(values))}>
      <Group align="flex-end" gap="sm">
        <PasswordInput
          w={280}
          label={t('settings.currentPassword')}
          required
          withAsterisk={false}
          autoComplete="current-password"
          {...form.getInputProps('password')}
        />
        <Button type="submit" variant="default" loading={begin.isPending || remove.isPending}>
          {t(on ? 'settings.turnOff' : 'settings.turnOn')}
        </Button>
      </Group>
    </form>
  );
}

function ConfirmCode({ begun, onConfirmed }: { begun: Begun; onConfirmed: (codes: string[]) => void }) {
  const { t } = useTranslation();
  const confirm = useSend('POST /me/totp/confirmation');
  const form = useForm({ initialValues: { code: '' } });
  const send = async (body: typeof form.values) => {
    try {
      onConfirmed((await confirm.mutateAsync({ body })).recoveryCodes);
    } catch (problem) {
      showProblem(form, problem);
    }
  };
  return (
    <Group align="flex-start" gap="lg">
      <img
        src={`data:image/svg+xml;utf8,${encodeURIComponent(begun.qr)}`}
        alt={t('settings.qr')}
        width={176}
        height={176}
        style={{ background: '#fff', borderRadius: 8, padding: 8 }}
      />
      <form onSubmit={form.onSubmit((values) => void send(values))}>
        <Stack gap="sm" maw={320}>
          <Text size="sm">{t('settings.scan')}</Text>
          <Group gap={4} wrap="nowrap">
            <Code>{begun.secret}</Code>
            <Copy text={begun.secret} />
          </Group>
          <TextInput
            label={t('signIn.code')}
            required
            withAsterisk={false}
            autoComplete="one-time-code"
            inputMode="numeric"
            {...form.getInputProps('code')}
          />
          <Button type="submit" loading={confirm.isPending}>
            {t('settings.confirm')}
          </Button>
        </Stack>
      </form>
    </Group>
  );
}

function RecoveryCodes({ codes }: { codes: string[] }) {
  const { t } = useTranslation();
  return (
    <Stack gap={6}>
      <Text size="sm" fw={500}>
        {t('settings.recovery')} <Copy text={codes.join('\n')} />
      </Text>
      <Code block>{codes.join('\n')}</Code>
    </Stack>
  );
}
