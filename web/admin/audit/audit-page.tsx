/** Who did what and when; each entry opens to what it was before and after (SEC-1). */
import { useTranslation } from 'react-i18next';
import { useApi, useList } from '../../api-hooks.ts';
import { useMay } from '../../app/session.ts';
import { download } from '../../transfer.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { useListState } from '../../ui/data-list/list-state.ts';
import type { Column, Filter } from '../../ui/data-list/list-types.ts';
import { Empty } from '../../ui/empty.tsx';
import { At } from '../../ui/moment.tsx';
import { Page } from '../../ui/page.tsx';
import { AuthorChip } from '../../ui/person.tsx';
import { type AuditEntry, AuditEntryPanel } from './audit-entry-panel.tsx';
import { actionWord, objectWord } from './audit-words.ts';

const kinds = ['person', 'key', 'system'] as const;

export function AuditPage() {
  const { t } = useTranslation();
  const state = useListState();
  const filters = useAuditFilters();
  const { from, to } = state.period('at');
  const query = {
    actorKind: state.one<(typeof kinds)[number]>('actorKind'),
    actorId: state.one('actorId'),
    action: state.one('action'),
    objectKind: state.one('objectKind'),
    objectId: state.one('objectId'),
    from: from && new Date(`${from}T00:00:00`).toISOString(),
    // The end is not included: the day after the last one.
    to: to && new Date(Date.parse(`${to}T00:00:00`) + 86_400_000).toISOString(),
  };
  const columns: readonly Column<AuditEntry>[] = [
    { key: 'action', title: t('settings.action'), cell: (row) => actionWord(t, row.action), lead: true },
    { key: 'actor', title: t('settings.who'), cell: (row) => <AuthorChip {...row.actor} />, width: 220 },
    { key: 'object', title: t('settings.object'), cell: (row) => `${objectWord(t, row.object.kind)} ${row.object.id}`, width: 220 },
    { key: 'address', title: t('settings.address'), cell: (row) => row.address ?? '—', width: 140, hidden: true },
    { key: 'at', title: t('settings.at'), cell: (row) => <At at={row.at} />, width: 150 },
  ];
  return (
    <Page title={t('menu.audit')} fill>
      <DataList
        name="audit"
        label={t('menu.audit')}
        state={state}
        answer={useList('GET /audit', { query })}
        columns={columns}
        rowId={(row) => row.id}
        filters={filters}
        onExport={() => download('GET /audit/export', { query })}
        panel={(_, row) => row && <AuditEntryPanel entry={row} />}
        empty={<Empty title={t('settings.noAudit')} />}
      />
    </Page>
  );
}

function useAuditFilters(): readonly Filter[] {
  const { t } = useTranslation();
  const maySee = useMay()('settings.read');
  const people = useApi('GET /people', {}, { enabled: maySee }).data ?? [];
  return [
    {
      key: 'actorKind',
      title: t('settings.whoKind'),
      kind: 'choice',
      options: kinds.map((value) => ({ value, label: t(`audit:actor.${value}`) })),
    },
    {
      key: 'actorId',
      title: t('settings.who'),
      kind: 'choice',
      options: people.map(({ id, name }) => ({ value: String(id), label: name })),
    },
    { key: 'at', title: t('settings.at'), kind: 'period' },
    { key: 'objectId', title: t('settings.objectId'), kind: 'text' },
  ];
}
