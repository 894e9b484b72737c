/** Signing in again over the screen one was on, so that nothing typed is lost. */
import { Modal, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onSessionEnd } from '../../api.ts';
import { cache } from '../cache.ts';
import { SignInForm } from '../door/sign-in-form.tsx';

export function SessionEnded() {
  const { t } = useTranslation();
  const [ended, setEnded] = useState(false);
  useEffect(() => onSessionEnd(() => setEnded(true)), []);
  const goOn = () => {
    setEnded(false);
    void cache.invalidateQueries();
  };
  return (
    <Modal opened={ended} onClose={() => undefined} withCloseButton={false} title={t('expired.title')} size={400}>
      <Text c="dimmed" mb="md">
        {t('expired.text')}
      </Text>
      <SignInForm onDone={goOn} />
    </Modal>
  );
}
