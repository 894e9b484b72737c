/** Step two: the first account, which may do everything. */
import { PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WelcomeForm } from './welcome-form.ts';
import { leastPassword } from './welcome-form.ts';

export function OwnerStep({ form }: { form: WelcomeForm }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Text c="dimmed">{t('welcome.ownerText')}</Text>
      <TextInput size="md" label={t('welcome.name')} autoComplete="name" {...form.getInputProps('owner.name')} />
      <TextInput size="md" type="email" label={t('signIn.email')} autoComplete="username" {...form.getInputProps('owner.email')} />
      <PasswordInput
        size="md"
        label={t('signIn.password')}
        description={t('welcome.passwordHint', { count: leastPassword })}
        autoComplete="new-password"
        {...form.getInputProps('owner.password')}
      />
    </Stack>
  );
}
