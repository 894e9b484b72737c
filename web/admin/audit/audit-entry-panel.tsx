/** One entry of the log: who, when, from where, and what changed. */
import { useTranslation } from 'react-i18next';
import type { RowOf } from '../../api-types.ts';
import { JsonView } from '../../ui/json-view.tsx';
import { At } from '../../ui/moment.tsx';
import { AuthorChip } from '../../ui/person.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import { actionWord, objectWord } from './audit-words.ts';

export type AuditEntry = RowOf<'GET /audit'>;

export function AuditEntryPanel({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation();
  return (
    <div style={{ display: 'grid', gap: 20 }}>
      <Section title={actionWord(t, entry.action)}>
        <Facts
          facts={[
            [t('settings.who'), <AuthorChip key="who" {...entry.actor} />],
            [t('settings.at'), <At key="at" at={entry.at} />],
            [t('settings.object'), `${objectWord(t, entry.object.kind)} ${entry.object.id}`],
            [t('settings.address'), entry.address],
          ]}
        />
      </Section>
      {entry.before && (
        <Section title={t('settings.before')}>
          <JsonView label={t('settings.before')} value={entry.before} />
        </Section>
      )}
      {entry.after && (
        <Section title={t('settings.after')}>
          <JsonView label={t('settings.after')} value={entry.after} />
        </Section>
      )}
    </div>
  );
}
