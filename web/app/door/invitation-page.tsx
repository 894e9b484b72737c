/** A one-time link: joins the team, or sets a new password. The token stands after `#`, so no server log ever sees it. */
import { Alert, Button, PasswordInput, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api.ts';
import { useSend } from '../../api-hooks.ts';
import type { AnswerOf } from '../../api-types.ts';
import { showProblem } from '../../ui/fields/problem-fields.ts';
import { useProblemWords } from '../../ui/problem-note.tsx';
import type { Language } from '../language.ts';
import { welcome } from '../session.ts';
import { Door } from './door.tsx';
import { leastPassword } from './welcome/welcome-form.ts';

export function InvitationPage() {
  const { t } = useTranslation();
  const token = useLocation().hash;
  const words = useProblemWords();
  const link = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => api('POST /invitation/preview', { body: { token } }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Door>
      <h1>{t(link.data?.purpose === 'password' ? 'invitation.passwordTitle' : 'invitation.title')}</h1>
      {link.isPending && <Skeleton height={120} mt="md" />}
      {link.error && (
        <Alert color="red" mt="md">
          {words(link.error)}
        </Alert>
      )}
      {link.data && <InvitationForm link={link.data} token={token} />}
    </Door>
  );
}

function InvitationForm({ link, token }: { link: AnswerOf<'POST /invitation/preview'>; token: string }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const accept = useSend('POST /invitation', { touches: ['session'] });
  const joins = link.purpose === 'join';
  const form = useForm({ initialValues: { name: '', password: '' } });
  const send = async ({ name, password }: typeof form.values) => {
    try {
      const language = i18n.language as Language;
      const me = await accept.mutateAsync({ body: { token, password, ...(joins && { name, language }) } });
      // With two-step sign-in on, a new password alone does not let anyone in.
      if (me) await welcome(me);
      await navigate({ href: me ? '/' : '/sign-in' });
    } catch (problem) {
      showProblem(form, problem);
    }
  };
  return (
    <form onSubmit={form.onSubmit((values) => void send(values))}>
      <Stack gap="sm">
        <Text c="dimmed">
          {joins
            ? t('invitation.text', { company: link.company, by: link.invitedBy, role: t(`people:role.${link.role}`) })
            : t('invitation.passwordText', { email: link.email })}
        </Text>
        <TextInput size="md" label={t('signIn.email')} value={link.email} readOnly autoComplete="username" />
        {joins && (
          <TextInput
            size="md"
            label={t('welcome.name')}
            required
            withAsterisk={false}
            autoComplete="name"
            {...form.getInputProps('name')}
          />
        )}
        <PasswordInput
          size="md"
          label={t('signIn.password')}
          description={t('welcome.passwordHint', { count: leastPassword })}
          required
          withAsterisk={false}
          minLength={leastPassword}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="md" mt="xs" loading={accept.isPending}>
          {t(joins ? 'invitation.join' : 'invitation.setPassword')}
        </Button>
      </Stack>
    </form>
  );
}
