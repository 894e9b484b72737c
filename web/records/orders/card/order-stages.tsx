/** The way of an order through the groups of statuses: where it has been, where it may go. Cancelling asks where nothing leads straight back. */
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { OrderCard } from '../../../../contract/orders.ts';
import type { StatusGroup } from '../../../../contract/records.ts';
import { useMay } from '../../../app/session.ts';
import { useFormats } from '../../../app/use-formats.ts';
import { Confirm } from '../../../ui/confirm.tsx';
import { StageBar } from '../../../ui/stage-bar.tsx';
import { statusGroups, useStatusGroups } from '../status-groups.ts';
import { useMove } from './use-move.ts';

export function OrderStages({ order }: { order: OrderCard }) {
  const { t } = useTranslation('orders');
  const { date } = useFormats();
  const may = useMay();
  const groups = useStatusGroups();
  const { move } = useMove(order);
  const [asking, ask] = useDisclosure(false);
  const reached = reachedAt(order);
  const stages = groups.map(({ value, label, tone }) => {
    const at = reached.get(value);
    return { key: value, title: label, tone, passed: value !== 'cancelled' && isPassed(order, value, reached), note: at && date(at) };
  });
  const go = (group: string) => {
    if (group === 'cancelled' && order.statusGroup !== 'new') ask.open();
    else void move({ statusGroup: group as StatusGroup });
  };
  return (
    <>
      <StageBar
        label={t('card.stages')}
        stages={stages}
        current={order.statusGroup}
        moves={order.moves}
        onMove={may('orders.write') ? go : undefined}
      />
      <Confirm
        opened={asking}
        onClose={ask.close}
        title={t('card.cancelTitle', { number: order.number })}
        text={t('card.cancelText')}
        action={t('card.cancel')}
        onConfirm={() => move({ statusGroup: 'cancelled' })}
      />
    </>
  );
}

/** When each group was last entered, as far as the history tells. */
function reachedAt(order: OrderCard): Map<StatusGroup, string> {
  const times = new Map<StatusGroup, string>();
  for (const { statusGroup, at, kind } of order.history) {
    if (kind === 'status' && statusGroup && !times.has(statusGroup)) times.set(statusGroup, at);
  }
  return times.set(order.statusGroup, order.statusSince);
}

/** A cancelled order has passed only what its history tells; any other has passed all before its place. */
function isPassed({ statusGroup }: OrderCard, group: StatusGroup, reached: Map<StatusGroup, string>): boolean {
  if (statusGroup === 'cancelled') return reached.has(group);
  return statusGroups.indexOf(group) < statusGroups.indexOf(statusGroup);
}
