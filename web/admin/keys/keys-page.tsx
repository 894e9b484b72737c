/** API keys: what programs may do here, when each key was last used, and the way to take it back. */
import { Button, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useSend } from '../../api-hooks.ts';
import type { AnswerOf } from '../../api-types.ts';
import { useNow } from '../../app/use-now.ts';
import { Chip } from '../../ui/chip.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Ago } from '../../ui/moment.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SmallTable } from '../../ui/small-table.tsx';
import { MakeKeyDialog } from './make-key-dialog.tsx';

type ApiKey = AnswerOf<'GET /keys'>[number];

export function KeysPage() {
  const { t } = useTranslation();
  const keys = useApi('GET /keys', {});
  const revoke = useSend('DELETE /keys/:id');
  const [making, make] = useDisclosure(false);
  const [doomed, setDoomed] = useState<ApiKey | null>(null);
  const makeButton = (
    <Button leftSection={<IconPlus size={17} />} onClick={make.open}>
      {t('settings.makeKey')}
    </Button>
  );
  const columns = [
    { key: 'name', title: t('settings.keyName'), cell: (row: ApiKey) => <KeyName apiKey={row} /> },
    { key: 'scopes', title: t('settings.scopes'), cell: (row: ApiKey) => row.scopes.map((scope) => t(`keys:scope.${scope}`)).join(', ') },
    { key: 'used', title: t('settings.lastUsed'), cell: (row: ApiKey) => (row.lastUsedAt ? <Ago at={row.lastUsedAt} /> : '—'), width: 130 },
    { key: 'by', title: t('settings.createdBy'), cell: (row: ApiKey) => row.createdBy, width: 140 },
    {
      key: 'revoke',
      title: t('settings.actions'),
      titleUnseen: true,
      align: 'end' as const,
      cell: (row: ApiKey) => (
        <Button size="compact-sm" variant="subtle" color="red" onClick={() => setDoomed(row)}>
          {t('settings.revoke')}
        </Button>
      ),
    },
  ];
  return (
    <Page title={t('menu.keys')} note={<a href="/api">{t('settings.apiReference')}</a>} slim actions={makeButton}>
      {keys.isPending && <Skeleton height={160} />}
      {keys.error && <ProblemNote problem={keys.error} onRetry={keys.refetch} />}
      {keys.data && (
        <SmallTable
          label={t('menu.keys')}
          columns={columns}
          rows={keys.data}
          rowId={(row) => row.id}
          empty={<Empty title={t('settings.noKeys')} text={t('settings.noKeysText')} action={makeButton} />}
        />
      )}
      <MakeKeyDialog opened={making} onClose={make.close} />
      <Confirm
        opened={doomed !== null}
        onClose={() => setDoomed(null)}
        title={t('settings.revokeTitle', { name: doomed?.name ?? '' })}
        text={t('settings.revokeText')}
        action={t('settings.revoke')}
        onConfirm={() => revoke.mutateAsync({ params: { id: doomed?.id ?? 0 } })}
      />
    </Page>
  );
}

function KeyName({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useTranslation();
  const now = useNow();
  const expired = apiKey.expiresAt !== null && Date.parse(apiKey.expiresAt) < now;
  return (
    <span style={{ display: 'grid', gap: 2 }}>
      <span>
        {apiKey.name} {expired && <Chip tone="amber">{t('settings.expired')}</Chip>}
      </span>
      <code className="dim">{apiKey.hint}…</code>
    </span>
  );
}
