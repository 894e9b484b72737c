/** Warehouses side by side with what lies in each; a click shows its goods, the pencil gives it a name people know. */
import { ActionIcon, Button, Group, Modal, TextInput, Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StockWarehouse } from '../../../contract/stock.ts';
import { useApi, useSend } from '../../api-hooks.ts';
import { useMay } from '../../app/session.ts';
import { useFormats } from '../../app/use-formats.ts';
import type { ListState } from '../../ui/data-list/list-state.ts';
import { toastDone, toastProblem } from '../../ui/toast.tsx';
import { useChannels } from '../channels/channels.ts';
import style from './stock.module.css';

export function Warehouses({ state }: { state: ListState }) {
  const { t } = useTranslation('stock');
  const [naming, setNaming] = useState<StockWarehouse | null>(null);
  const { data = [] } = useApi('GET /stock/warehouses', {});
  const chosen = state.values('warehouse') ?? [];
  if (data.length === 0) return null;
  return (
    <>
      <ul className={style.warehouses} aria-label={t('warehouses')}>
        {data.map((warehouse) => (
          <Warehouse
            key={warehouse.id}
            warehouse={warehouse}
            isChosen={chosen.includes(String(warehouse.id))}
            onChoose={(on) => state.set({ warehouse: on ? String(warehouse.id) : undefined })}
            onName={() => setNaming(warehouse)}
          />
        ))}
      </ul>
      {naming && <NameWarehouse warehouse={naming} onClose={() => setNaming(null)} />}
    </>
  );
}

interface WarehouseProps {
  warehouse: StockWarehouse;
  isChosen: boolean;
  onChoose: (on: boolean) => void;
  onName: () => void;
}

function Warehouse({ warehouse, isChosen, onChoose, onName }: WarehouseProps) {
  const { t } = useTranslation('stock');
  const { number } = useFormats();
  const { nameOf } = useChannels();
  const may = useMay();
  const rename = t('rename', { name: warehouse.name });
  return (
    <li className={style.warehouse} data-chosen={isChosen || undefined}>
      <button type="button" aria-pressed={isChosen} onClick={() => onChoose(!isChosen)}>
        <b>{warehouse.name}</b>
        <span>{nameOf(warehouse.channelId)}</span>
        <span>
          {t('holds', { quantity: number(warehouse.quantity, 3), count: warehouse.products, products: number(warehouse.products) })}
        </span>
      </button>
      {may('catalog.write') && (
        <Tooltip label={rename}>
          <ActionIcon size={26} aria-label={rename} onClick={onName}>
            <IconPencil size={15} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  );
}

function NameWarehouse({ warehouse, onClose }: { warehouse: StockWarehouse; onClose: () => void }) {
  const { t } = useTranslation('stock');
  const [name, setName] = useState(warehouse.name);
  const send = useSend('PATCH /stock/warehouses/:id');
  const put = (text: string) => send.mutateAsync({ params: { id: warehouse.id }, body: { name: text } });
  const save = async (event: React.FormEvent) => {
    event.preventDefault();
    try {
      await put(name.trim());
      toastDone(t('renamed'), { undo: () => put(warehouse.name).catch(toastProblem) });
      onClose();
    } catch (problem) {
      toastProblem(problem);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('rename', { name: warehouse.name })} size={400}>
      <form onSubmit={(event) => void save(event)}>
        <TextInput
          data-autofocus
          label={t('name')}
          description={warehouse.code}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={120}
        />
        <Group justify="flex-end" mt="md">
          <Button type="submit" loading={send.isPending} disabled={!name.trim()}>
            {t('ui:save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
