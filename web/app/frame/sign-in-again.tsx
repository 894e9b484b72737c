/** Signing in again over the screen one was on, so that nothing typed is lost. */
import { Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cache } from '../cache.ts';
import { SignInForm } from '../door/sign-in-form.tsx';

export function SignInAgain({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const goOn = () => {
    onDone();
    void cache.invalidateQueries();
  };
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} title={t('expired.title')} size={400}>
      <Text c="dimmed" mb="md">
        {t('expired.text')}
      </Text>
      <SignInForm onDone={goOn} />
    </Modal>
  );
}
