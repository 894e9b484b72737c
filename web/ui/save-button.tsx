/** The small button by which a table is taken away as a file. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export function SaveButton({ title, onSave, size = 28 }: { title: string; onSave: () => void; size?: number }) {
  const { t } = useTranslation('ui');
  return (
    <Tooltip label={t('saveCsv')}>
      <ActionIcon size={size} aria-label={`${title}: ${t('saveCsv')}`} onClick={onSave}>
        <IconDownload size={16} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}
