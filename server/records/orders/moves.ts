/** Which stages an order may go to from where it stands (ORD-2): a step forward or back, out, or back in; never over a stage. */
import type { StatusGroup } from '../../../contract/records.ts';

export const nextGroups: Readonly<Record<StatusGroup, readonly StatusGroup[]>> = {
  new: ['approval', 'assembly', 'cancelled'],
  approval: ['new', 'assembly', 'cancelled'],
  assembly: ['approval', 'delivery', 'cancelled'],
  delivery: ['assembly', 'done', 'cancelled'],
  done: ['delivery'],
  cancelled: ['new'],
};

/** Statuses inside one group may follow each other freely. */
export function isLegalMove(from: StatusGroup, to: StatusGroup): boolean {
  return from === to || nextGroups[from].includes(to);
}
