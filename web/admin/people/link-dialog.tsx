/** A one-time link, shown once: to be copied and sent by whatever means people trust. */
import { Alert, Button, Modal, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Copy } from '../../ui/copy.tsx';

export function LinkDialog({ path, onClose }: { path: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  const address = path ? `${window.location.origin}${path}` : '';
  return (
    <Modal opened={path !== null} onClose={onClose} title={t('settings.linkTitle')} size={520} closeOnClickOutside={false}>
      <TextInput
        label={t('settings.link')}
        value={address}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
        rightSection={<Copy text={address} />}
      />
      <Alert mt="md" color="yellow" variant="light">
        {t('settings.linkOnce')}
      </Alert>
      <Button mt="md" fullWidth variant="default" onClick={onClose}>
        {t('settings.done')}
      </Button>
    </Modal>
  );
}
