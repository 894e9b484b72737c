/** Rows that did not get in, each with its place and the reason. */
import { useTranslation } from 'react-i18next';
import type { RowOf } from '../../api-types.ts';
import { SmallTable } from '../../ui/small-table.tsx';

type BadRow = RowOf<'GET /imports/:id/bad-rows'>;

export function BadRows({ rows }: { rows: readonly BadRow[] }) {
  const { t } = useTranslation('imports');
  const columns = [
    { key: 'file', title: t('bad-rows.file'), cell: (row: BadRow) => row.file },
    { key: 'line', title: t('bad-rows.line'), align: 'end' as const, cell: (row: BadRow) => row.line },
    { key: 'reason', title: t('bad-rows.reason'), cell: (row: BadRow) => row.message },
    { key: 'raw', title: t('bad-rows.raw'), cell: (row: BadRow) => <code>{row.raw.slice(0, 160)}</code> },
  ];
  return <SmallTable label={t('screen.badRows')} columns={columns} rows={rows} rowId={(row) => `${row.file}:${row.line}:${row.column}`} />;
}
