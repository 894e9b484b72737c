/** The way in for people who work here. */
import { Text } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Search } from '../search-address.ts';
import { Door } from './door.tsx';
import { SignInForm } from './sign-in-form.tsx';

// Only an address of our own: a link from outside must not lead away after sign-in.
const inside = (back: Search[string]) => (typeof back === 'string' && /^\/(?![/\\])/.test(back) ? back : '/');

export function SignInPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const { back } = useSearch({ strict: false }) as Search;
  useDocumentTitle(`${t('signIn.title')} · ${t('name')}`);
  return (
    <Door>
      <h1>{t('signIn.title')}</h1>
      <SignInForm onDone={() => void router.navigate({ href: inside(back) })} />
      <Text c="dimmed" size="xs" mt="md">
        {t('signIn.forgot')}
      </Text>
    </Door>
  );
}
