/** What can be done with many orders: tags, status, manager, their file. What could not be changed is said. */
import { IconDownload, IconStatusChange, IconTag, IconUserCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkChange, OrderRow } from '../../../../contract/orders.ts';
import { useSend } from '../../../api-hooks.ts';
import { useMay } from '../../../app/session.ts';
import { download } from '../../../transfer.ts';
import type { BulkAction } from '../../../ui/data-list/list-types.ts';
import { toastDone } from '../../../ui/toast.tsx';
import { BulkDialog, type BulkKind } from './bulk-dialog.tsx';
import { BulkRefusals } from './bulk-refusals.tsx';

type Refusals = { number: string | null; says: string }[];

interface Asking {
  kind: BulkKind;
  count: number;
  answer: (change: BulkChange | null) => void;
}

export function useBulk(): { actions: readonly BulkAction<OrderRow>[]; dialogs: ReactNode } {
  const { t } = useTranslation('orders');
  const may = useMay();
  const send = useSend('POST /orders/bulk', { touches: ['statuses', 'jobs'] });
  const [asking, setAsking] = useState<Asking | null>(null);
  const [refusals, setRefusals] = useState<Refusals>([]);
  const ask = (kind: BulkKind, count: number) =>
    new Promise<BulkChange | null>((resolve) => {
      const answer = (change: BulkChange | null) => {
        setAsking(null);
        resolve(change);
      };
      setAsking({ kind, count, answer });
    });
  const change = async (kind: BulkKind, rows: OrderRow[]) => {
    const wanted = await ask(kind, rows.length);
    if (!wanted) return false;
    const ids = rows.map(({ id }) => id);
    const result = await send.mutateAsync({ body: { ids, change: wanted } });
    setRefusals(result.failed);
    if (result.jobId) toastDone(t('bulk.begun'));
    else if (result.changed > 0 || result.failed.length === 0)
      toastDone(t('bulk.done', { count: result.changed }), undoOf(wanted, ids, send));
    return true;
  };
  const changing: BulkAction<OrderRow>[] = [
    { key: 'tags', title: t('bulk.tags'), icon: IconTag, run: (rows) => change('tags', rows) },
    { key: 'status', title: t('bulk.status'), icon: IconStatusChange, run: (rows) => change('status', rows) },
    { key: 'manager', title: t('bulk.manager'), icon: IconUserCheck, run: (rows) => change('manager', rows) },
  ];
  const exporting: BulkAction<OrderRow> = {
    key: 'export',
    title: t('bulk.export'),
    icon: IconDownload,
    run: (rows) => download('GET /orders/export', { query: { id: rows.map(({ id }) => id) } }),
  };
  return {
    actions: [...(may('orders.write') ? changing : []), ...(may('export.run') ? [exporting] : [])],
    dialogs: (
      <>
        {asking && <BulkDialog kind={asking.kind} count={asking.count} onAnswer={asking.answer} />}
        <BulkRefusals refusals={refusals} onClose={() => setRefusals([])} />
      </>
    ),
  };
}

/** Only tags that were put on can be taken off again: who had which status or manager before is not known here. */
function undoOf(
  { addTags = [], removeTags = [], ...rest }: BulkChange,
  ids: number[],
  send: ReturnType<typeof useSend<'POST /orders/bulk'>>,
) {
  const onlyTags = addTags.length > 0 && removeTags.length === 0 && Object.values(rest).every((value) => value === undefined);
  return onlyTags ? { undo: () => send.mutateAsync({ body: { ids, change: { removeTags: addTags } } }) } : {};
}
