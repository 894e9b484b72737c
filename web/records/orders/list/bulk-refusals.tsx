/** The orders that a change of many could not change, each with its reason. */
import { Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SmallTable } from '../../../ui/small-table.tsx';

interface BulkRefusalsProps {
  refusals: readonly { number: string | null; says: string }[];
  onClose: () => void;
}

export function BulkRefusals({ refusals, onClose }: BulkRefusalsProps) {
  const { t } = useTranslation('orders');
  const title = t('bulk.refused', { count: refusals.length });
  return (
    <Modal opened={refusals.length > 0} onClose={onClose} title={title} size={620}>
      <Text c="dimmed" size="sm" mb="sm">
        {t('bulk.refusedText')}
      </Text>
      <SmallTable
        label={title}
        rows={refusals.map((refusal, index) => ({ ...refusal, index }))}
        rowId={({ index }) => index}
        columns={[
          { key: 'number', title: t('columns.number'), cell: ({ number }) => number ?? '—', width: 170 },
          { key: 'says', title: t('bulk.reason'), cell: ({ says }) => says },
        ]}
      />
    </Modal>
  );
}
