/** Where one is signed in, and the way out of each place. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApi, useSend } from '../../api-hooks.ts';
import type { AnswerOf } from '../../api-types.ts';
import { Chip } from '../../ui/chip.tsx';
import { Ago } from '../../ui/moment.tsx';
import { Section } from '../../ui/section.tsx';
import { SmallTable } from '../../ui/small-table.tsx';
import { toastDone, toastProblem } from '../../ui/toast.tsx';

type Session = AnswerOf<'GET /me/sessions'>[number];

export function SessionList() {
  const { t } = useTranslation();
  const { data = [] } = useApi('GET /me/sessions', {});
  const end = useSend('DELETE /me/sessions/:id');
  const endOthers = useSend('DELETE /me/sessions');
  const said = () => toastDone(t('settings.signedOut'));
  const columns = [
    { key: 'agent', title: t('settings.browser'), cell: (row: Session) => <Browser session={row} /> },
    { key: 'address', title: t('settings.address'), cell: (row: Session) => row.address },
    { key: 'seen', title: t('settings.lastSeen'), cell: (row: Session) => <Ago at={row.lastSeenAt} /> },
    {
      key: 'end',
      title: t('settings.actions'),
      titleUnseen: true,
      align: 'end' as const,
      cell: (row: Session) =>
        !row.current && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => void end.mutateAsync({ params: { id: row.id } }).then(said, toastProblem)}
          >
            {t('frame.signOut')}
          </Button>
        ),
    },
  ];
  const others = data.length > 1 && (
    <Button size="compact-sm" variant="default" onClick={() => void endOthers.mutateAsync({}).then(said, toastProblem)}>
      {t('settings.signOutOthers')}
    </Button>
  );
  return (
    <Section title={t('settings.sessions')} aside={others}>
      <SmallTable label={t('settings.sessions')} columns={columns} rows={data} rowId={(row) => row.id} />
    </Section>
  );
}

// The long self-description of a browser, shortened to what a person knows it by.
const short = (agent: string) => {
  const name = /(Edg|OPR|YaBrowser|Firefox|Chrome|Safari)/.exec(agent.replace(/Chrome.*(Edg|OPR|YaBrowser)/, '$1'))?.[1];
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(agent)?.[1];
  return [name && ({ Edg: 'Edge', OPR: 'Opera', YaBrowser: 'Yandex Browser' }[name] ?? name), system].filter(Boolean).join(', ') || agent;
};

function Browser({ session }: { session: Session }) {
  const { t } = useTranslation();
  return (
    <span title={session.agent}>
      {short(session.agent)} {session.current && <Chip tone="green">{t('settings.here')}</Chip>}
    </span>
  );
}
