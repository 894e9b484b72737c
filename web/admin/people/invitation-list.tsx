/** Links given out and not used yet. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApi, useSend } from '../../api-hooks.ts';
import type { AnswerOf } from '../../api-types.ts';
import { Ago } from '../../ui/moment.tsx';
import { Section } from '../../ui/section.tsx';
import { SmallTable } from '../../ui/small-table.tsx';
import { toastDone, toastProblem } from '../../ui/toast.tsx';

type Invitation = AnswerOf<'GET /people/invitations'>[number];

export function InvitationList() {
  const { t } = useTranslation();
  const { data = [] } = useApi('GET /people/invitations', {});
  const takeBack = useSend('DELETE /people/invitations/:id');
  if (data.length === 0) return null;
  const drop = (id: number) => void takeBack.mutateAsync({ params: { id } }).then(() => toastDone(t('settings.takenBack')), toastProblem);
  const columns = [
    { key: 'email', title: t('signIn.email'), cell: (row: Invitation) => row.email },
    { key: 'purpose', title: t('settings.purpose'), cell: (row: Invitation) => t(`settings.purposes.${row.purpose}`) },
    { key: 'role', title: t('settings.role'), cell: (row: Invitation) => t(`people:role.${row.role}`) },
    { key: 'expires', title: t('settings.expires'), cell: (row: Invitation) => <Ago at={row.expiresAt} /> },
    {
      key: 'drop',
      title: t('settings.actions'),
      titleUnseen: true,
      align: 'end' as const,
      cell: (row: Invitation) => (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => drop(row.id)}>
          {t('settings.takeBack')}
        </Button>
      ),
    },
  ];
  return (
    <Section title={t('settings.invitations')}>
      <SmallTable label={t('settings.invitations')} columns={columns} rows={data} rowId={(row) => row.id} />
    </Section>
  );
}
