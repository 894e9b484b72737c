/** Says which product a channel means by goods that the catalogue does not know; the waiting orders heal at once (SYN-8). */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../api-hooks.ts';
import { toastDone, toastProblem } from '../../ui/toast.tsx';
import { useChannels } from '../channels/channels.ts';
import { ProductChoice } from './product-choice.tsx';

interface MapProductProps {
  goods: { channelId: number; externalId: string; name: string };
  onClose: () => void;
}

export function MapProduct({ goods, onClose }: MapProductProps) {
  const { t } = useTranslation('catalog');
  const { nameOf } = useChannels();
  const [productId, setProductId] = useState<number | null>(null);
  const map = useSend('POST /products/unknown/map', { touches: ['orders', 'stock', 'reviews'] });
  const save = async () => {
    if (productId === null) return;
    try {
      await map.mutateAsync({ body: { channelId: goods.channelId, externalId: goods.externalId, productId } });
      toastDone(t('unknown.mapped', { name: goods.name }));
      onClose();
    } catch (problem) {
      toastProblem(problem);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('unknown.mapTitle')} size={520}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">
            <b>{goods.name}</b>
            <br />
            <span className="dim">{t('unknown.asCalled', { channel: nameOf(goods.channelId) ?? '—', id: goods.externalId })}</span>
          </Text>
          <ProductChoice hint={goods.name} value={productId} onChange={setProductId} />
          <Group justify="flex-end" gap="xs" mt="sm">
            <Button variant="default" onClick={onClose}>
              {t('ui:cancel')}
            </Button>
            <Button type="submit" loading={map.isPending} disabled={productId === null}>
              {t('unknown.map')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
