/** E-mail and password, then a code where two-step sign-in is on. */
import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, api } from '../../api.ts';
import { useProblemWords } from '../../ui/problem-note.tsx';
import { welcome } from '../session.ts';

export function SignInForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const [refusal, setRefusal] = useState<unknown>(null);
  const [needsCode, setNeedsCode] = useState(false);
  const [sending, setSending] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), [needsCode]);
  const form = useForm({ initialValues: { email: '', password: '', code: '' } });

  const send = async ({ email, password, code }: typeof form.values) => {
    setSending(true);
    setRefusal(null);
    try {
      await welcome(await api('POST /session', { body: { email, password, code: code || undefined } }));
      onDone();
    } catch (problem) {
      const asksCode = problem instanceof ApiProblem && problem.code.endsWith('code-needed');
      if (asksCode) setNeedsCode(true);
      else setRefusal(problem);
    } finally {
      setSending(false);
    }
  };

  return (
    <form onSubmit={form.onSubmit((values) => void send(values))}>
      <Stack gap="sm">
        {refusal !== null && (
          <Alert color="red" role="alert" p="xs">
            {words(refusal)}
          </Alert>
        )}
        {!needsCode && (
          <>
            <TextInput
              ref={first}
              type="email"
              label={t('signIn.email')}
              autoComplete="username"
              required
              withAsterisk={false}
              size="md"
              {...form.getInputProps('email')}
            />
            <PasswordInput
              label={t('signIn.password')}
              autoComplete="current-password"
              required
              withAsterisk={false}
              size="md"
              {...form.getInputProps('password')}
            />
          </>
        )}
        {needsCode && (
          <TextInput
            ref={first}
            label={t('signIn.code')}
            description={t('signIn.codeHint')}
            autoComplete="one-time-code"
            required
            withAsterisk={false}
            size="md"
            {...form.getInputProps('code')}
          />
        )}
        <Button type="submit" size="md" loading={sending} mt="xs">
          {t('signIn.enter')}
        </Button>
        {needsCode && (
          <Button variant="subtle" color="gray" onClick={() => setNeedsCode(false)}>
            {t('signIn.back')}
          </Button>
        )}
      </Stack>
    </form>
  );
}
