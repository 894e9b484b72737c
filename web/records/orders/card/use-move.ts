/** Moves an order to another status or group of statuses, with the way back where the rules know one. */
import { useTranslation } from 'react-i18next';
import type { OrderCard } from '../../../../contract/orders.ts';
import { useSend } from '../../../api-hooks.ts';
import type { BodyOf } from '../../../api-types.ts';
import { toastDone, toastProblem } from '../../../ui/toast.tsx';
import { useStatusWords } from '../status-groups.ts';

export type Target = BodyOf<'POST /orders/:id/status'>;

export function useMove(order: OrderCard): { move: (target: Target) => Promise<void>; moving: boolean } {
  const { t } = useTranslation('orders');
  const words = useStatusWords();
  const send = useSend('POST /orders/:id/status', { touches: ['customers', 'analytics', 'today'] });
  const params = { id: order.id };
  const back = () => send.mutateAsync({ params, body: { status: order.status } }).catch(toastProblem);
  const move = async (target: Target) => {
    try {
      const moved = await send.mutateAsync({ params, body: target });
      const canGoBack = moved.statusGroup === order.statusGroup || moved.moves.includes(order.statusGroup);
      toastDone(t('card.moved', { number: order.number, status: words(moved) }), canGoBack ? { undo: back } : {});
    } catch (problem) {
      toastProblem(problem);
    }
  };
  return { move, moving: send.isPending };
}
