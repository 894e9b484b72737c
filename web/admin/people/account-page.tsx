/** One's own account: name, password, two-step sign-in, and where one is signed in. */
import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../api-hooks.ts';
import { keepMe, useMe } from '../../app/session.ts';
import { showProblem } from '../../ui/fields/problem-fields.ts';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { SessionList } from './session-list.tsx';
import { TwoStep } from './two-step.tsx';

export function AccountPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('menu.account')} slim>
      <NameForm />
      <Section title={t('settings.password')}>
        <PasswordForm />
      </Section>
      <Section title={t('settings.twoStep')}>
        <TwoStep />
      </Section>
      <SessionList />
    </Page>
  );
}

function NameForm() {
  const { t } = useTranslation();
  const me = useMe();
  const change = useSend('PATCH /me');
  const form = useForm({ initialValues: { name: me.name } });
  const save = async (body: typeof form.values) => {
    try {
      keepMe(await change.mutateAsync({ body }));
      form.resetDirty();
      toastDone(t('settings.saved'));
    } catch (problem) {
      showProblem(form, problem);
    }
  };
  return (
    <form onSubmit={form.onSubmit((values) => void save(values))}>
      <Group align="flex-end" gap="sm">
        <TextInput label={t('welcome.name')} w={280} required withAsterisk={false} {...form.getInputProps('name')} />
        <TextInput label={t('signIn.email')} w={280} value={me.email} disabled />
        <Button type="submit" variant="default" loading={change.isPending} disabled={!form.isDirty()}>
          {t('ui:save')}
        </Button>
      </Group>
    </form>
  );
}

function PasswordForm() {
  const { t } = useTranslation();
  const me = useMe();
  const change = useSend('POST /me/password');
  const form = useForm({ initialValues: { current: '', next: '' } });
  const save = async (body: typeof form.values) => {
    try {
      await change.mutateAsync({ body });
      form.reset();
      toastDone(t('settings.passwordChanged'));
    } catch (problem) {
      showProblem(form, problem);
    }
  };
  return (
    <form onSubmit={form.onSubmit((values) => void save(values))}>
      <input type="hidden" autoComplete="username" value={me.email} readOnly />
      <Stack gap="sm" maw={280}>
        <PasswordInput
          label={t('settings.currentPassword')}
          required
          withAsterisk={false}
          autoComplete="current-password"
          {...form.getInputProps('current')}
        />
        <PasswordInput
          label={t('settings.newPassword')}
          description={t('settings.passwordNote')}
          required
          withAsterisk={false}
          minLength={10}
          autoComplete="new-password"
          {...form.getInputProps('next')}
        />
        <Button type="submit" variant="default" loading={change.isPending}>
          {t('settings.changePassword')}
        </Button>
      </Stack>
    </form>
  );
}
