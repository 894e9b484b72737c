/** Where an order was placed. */
import { useChannels } from '../../channels/channels.ts';

export function OrderChannel({ id }: { id: number }) {
  return <span>{useChannels().nameOf(id) ?? '—'}</span>;
}
