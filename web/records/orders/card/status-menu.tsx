/** The own statuses of the order's channel that it may take now; the present one is what is clicked. */
import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OrderCard } from '../../../../contract/orders.ts';
import { useApi } from '../../../api-hooks.ts';
import { useMay } from '../../../app/session.ts';
import { StatusChip } from '../../../ui/chip.tsx';
import { useStatusWords } from '../status-groups.ts';
import style from './card.module.css';
import { useMove } from './use-move.ts';

export function StatusMenu({ order }: { order: OrderCard }) {
  const { t } = useTranslation('orders');
  const words = useStatusWords();
  const may = useMay();
  const { move } = useMove(order);
  const { data = [] } = useApi('GET /statuses', { query: { channel: [order.channelId] } }, { freshFor: 60_000 });
  const open = [order.statusGroup, ...order.moves];
  const others = data.filter(({ code, known, statusGroup }) => known && code !== order.status && open.includes(statusGroup));
  const chip = <StatusChip group={order.statusGroup}>{words(order)}</StatusChip>;
  if (!may('orders.write') || others.length === 0) return chip;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={style.status} aria-label={t('card.changeStatus', { status: words(order) })}>
          {chip}
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {others.map(({ id, code, name, statusGroup }) => (
          <Menu.Item key={id} onClick={() => void move({ status: code })}>
            <StatusChip group={statusGroup}>{words({ status: code, statusName: name, statusGroup })}</StatusChip>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
