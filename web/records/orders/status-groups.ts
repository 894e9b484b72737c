/** The six groups of order statuses, in the order an order passes them. */
import { useTranslation } from 'react-i18next';
import type { StatusGroup } from '../../../contract/records.ts';
import type { Tone } from '../../ui/tone.ts';
import { statusTones } from '../../ui/tone.ts';

export const statusGroups = Object.keys(statusTones) as StatusGroup[];

interface GroupOption {
  value: StatusGroup;
  label: string;
  tone: Tone;
}

export function useStatusGroups(): readonly GroupOption[] {
  const { t } = useTranslation('orders');
  return statusGroups.map((value) => ({ value, label: t(`groups.${value}`), tone: statusTones[value] }));
}

interface NamedStatus {
  status: string | null;
  statusName: string | null;
  statusGroup: StatusGroup | null;
}

/** A status as people here call it, else as the channel does; one that was made here is called like its group. */
export function useStatusWords(): (row: NamedStatus) => string {
  const { t } = useTranslation('orders');
  return ({ status, statusName, statusGroup }) => {
    if (statusName) return statusName;
    return status !== null && status !== statusGroup ? status : t(`groups.${statusGroup ?? 'new'}`);
  };
}
