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

/** A status as people here call it, else by the word for what marketplaces are known to send, else as the channel does. */
export function useStatusWords(): (row: NamedStatus) => string {
  const { t, i18n } = useTranslation('orders');
  return ({ status, statusName, statusGroup }) => {
    if (statusName) return statusName;
    // One that was made here is called like its group.
    if (status === null || status === statusGroup) return t(`groups.${statusGroup ?? 'new'}`);
    return i18n.exists(`orders:known.${status}`) ? t(`known.${status}`) : status;
  };
}
