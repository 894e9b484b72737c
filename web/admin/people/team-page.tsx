/** The team: who works here and with what rights, who is invited, links for lost passwords. */
import { ActionIcon, Button, Menu, Select, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconKey, IconLock, IconLockOpen, IconTrash, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../contract/access.ts';
import { roles } from '../../../contract/access.ts';
import { useApi, useSend } from '../../api-hooks.ts';
import type { AnswerOf } from '../../api-types.ts';
import { useMay, useMe } from '../../app/session.ts';
import { Chip } from '../../ui/chip.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Ago } from '../../ui/moment.tsx';
import { Page } from '../../ui/page.tsx';
import { AuthorChip } from '../../ui/person.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SmallTable } from '../../ui/small-table.tsx';
import { toastDone, toastProblem } from '../../ui/toast.tsx';
import { InvitationList } from './invitation-list.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';

export type Person = AnswerOf<'GET /people'>[number];

export function TeamPage() {
  const { t } = useTranslation();
  const people = useApi('GET /people', {});
  const mayWrite = useMay()('team.write');
  const [inviting, invite] = useDisclosure(false);
  const [link, setLink] = useState<string | null>(null);
  const columns = [
    { key: 'name', title: t('settings.person'), cell: (row: Person) => <Who person={row} /> },
    { key: 'role', title: t('settings.role'), cell: (row: Person) => <RoleChoice person={row} />, width: 190 },
    { key: 'twoStep', title: t('settings.twoStep'), cell: (row: Person) => t(row.twoStep ? 'ui:yes' : 'ui:no'), width: 130 },
    { key: 'seen', title: t('settings.lastSeen'), cell: (row: Person) => (row.lastSeenAt ? <Ago at={row.lastSeenAt} /> : '—'), width: 140 },
    {
      key: 'menu',
      title: t('settings.actions'),
      titleUnseen: true,
      cell: (row: Person) => mayWrite && <PersonMenu person={row} onLink={setLink} />,
      align: 'end' as const,
      width: 44,
    },
  ];
  return (
    <Page
      title={t('menu.team')}
      slim
      actions={
        mayWrite && (
          <Button leftSection={<IconUserPlus size={17} />} onClick={invite.open}>
            {t('settings.invite')}
          </Button>
        )
      }
    >
      {people.isPending && <Skeleton height={160} />}
      {people.error && <ProblemNote problem={people.error} onRetry={people.refetch} />}
      {people.data && <SmallTable label={t('menu.team')} columns={columns} rows={people.data} rowId={(row) => row.id} />}
      {mayWrite && <InvitationList />}
      <InviteDialog opened={inviting} onClose={invite.close} onLink={setLink} />
      <LinkDialog path={link} onClose={() => setLink(null)} />
    </Page>
  );
}

function Who({ person }: { person: Person }) {
  const { t } = useTranslation();
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 10 }}>
      <AuthorChip name={person.name} />
      <span className="dim">{person.email}</span>
      {person.blocked && <Chip tone="red">{t('settings.blocked')}</Chip>}
    </span>
  );
}

function RoleChoice({ person }: { person: Person }) {
  const { t } = useTranslation();
  const mayWrite = useMay()('team.write');
  const change = useSend('PATCH /people/:id');
  if (!mayWrite) return t(`people:role.${person.role}`);
  const choose = (role: string | null) => {
    if (role)
      change
        .mutateAsync({ params: { id: person.id }, body: { role: role as Role } })
        .then(() => toastDone(t('settings.saved')), toastProblem);
  };
  return (
    <Select
      size="xs"
      aria-label={`${t('settings.role')}: ${person.name}`}
      allowDeselect={false}
      data={roles.map((value) => ({ value, label: t(`people:role.${value}`) }))}
      value={person.role}
      onChange={choose}
    />
  );
}

function PersonMenu({ person, onLink }: { person: Person; onLink: (path: string) => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const change = useSend('PATCH /people/:id');
  const remove = useSend('DELETE /people/:id');
  const makeLink = useSend('POST /people/:id/password-link');
  const [asking, ask] = useDisclosure(false);
  const params = { id: person.id };
  const block = (blocked: boolean) =>
    change.mutateAsync({ params, body: { blocked } }).then(() => {
      toastDone(t(blocked ? 'settings.nowBlocked' : 'settings.nowOpen', { name: person.name }), { undo: () => block(!blocked) });
    }, toastProblem);
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={`${t('settings.actions')}: ${person.name}`}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconKey size={16} />}
            onClick={() => void makeLink.mutateAsync({ params }).then(({ path }) => onLink(path), toastProblem)}
          >
            {t('settings.passwordLink')}
          </Menu.Item>
          <Menu.Item
            disabled={person.id === me.id}
            leftSection={person.blocked ? <IconLockOpen size={16} /> : <IconLock size={16} />}
            onClick={() => void block(!person.blocked)}
          >
            {t(person.blocked ? 'settings.unblock' : 'settings.block')}
          </Menu.Item>
          <Menu.Item color="red" disabled={person.id === me.id} leftSection={<IconTrash size={16} />} onClick={ask.open}>
            {t('settings.removePerson')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Confirm
        opened={asking}
        onClose={ask.close}
        title={t('settings.removePersonTitle', { name: person.name })}
        text={t('settings.removePersonText')}
        action={t('settings.removePerson')}
        onConfirm={() => remove.mutateAsync({ params })}
      />
    </>
  );
}
