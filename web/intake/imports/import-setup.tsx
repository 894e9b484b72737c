/** The choices before an import: what the file is, which column is which field, and what to do with what is already here. */
import { Button, Select, SimpleGrid, Skeleton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useSend } from '../../api-hooks.ts';
import type { BodyOf } from '../../api-types.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Columns, Section } from '../../ui/section.tsx';
import { toastProblem } from '../../ui/toast.tsx';
import type { Preview } from './choices.ts';
import { ColumnChoice } from './column-choice.tsx';
import { FirstRows } from './first-rows.tsx';
import type { ImportRun } from './import-state.tsx';

type Start = BodyOf<'POST /imports/:id/start'>;

const duplicateRules = ['update', 'skip', 'newest'] as const;

export function ImportSetup({ run }: { run: ImportRun }) {
  const { t } = useTranslation('imports');
  const guessed = useApi('GET /imports/:id/preview', { params: { id: run.id } }, { freshFor: Number.POSITIVE_INFINITY });
  const retry = useSend('POST /imports/:id/preview');
  const start = useSend('POST /imports/:id/start', { touches: ['jobs'] });
  const [chosen, setChosen] = useState<Partial<Start>>({});
  const preview = retry.data ?? guessed.data;
  if (guessed.error) return <ProblemNote problem={guessed.error} onRetry={guessed.refetch} />;
  if (!preview) return <Skeleton height={320} />;
  const settings: Start = {
    preset: preview.presets[0]?.name ?? 'table',
    mapping: preview.mapping,
    duplicates: 'update',
    channelId: null,
    channelName: channelNameOf(run.fileName),
    ...chosen,
  };
  const look = (next: Partial<Start>) => {
    const changed = { ...settings, ...next };
    setChosen({ ...chosen, ...next });
    retry.mutate(
      { params: { id: run.id }, body: { preset: changed.preset, mapping: changed.mapping ?? undefined } },
      { onError: toastProblem },
    );
  };
  const missing = missingFields(preview, settings);
  return (
    <Columns
      rail={
        <Section plate>
          <Choices settings={settings} preview={preview} onLook={look} onChange={(next) => setChosen({ ...chosen, ...next })} />
          {missing.length > 0 && (
            <p role="alert">{t('screen.needed', { fields: missing.map((field) => t(`fields.${field}`)).join(', ') })}</p>
          )}
          <Button
            size="md"
            loading={start.isPending}
            disabled={missing.length > 0}
            onClick={() => start.mutate({ params: { id: run.id }, body: settings }, { onError: toastProblem })}
          >
            {t('screen.start')}
          </Button>
        </Section>
      }
    >
      {settings.preset === 'table' && settings.mapping && (
        <ColumnChoice preview={preview} mapping={settings.mapping} onChange={(mapping) => look({ mapping })} />
      )}
      <FirstRows preview={preview} refreshing={retry.isPending} />
    </Columns>
  );
}

function missingFields(preview: Preview, { preset, mapping }: Start): string[] {
  if (preset !== 'table' || !mapping) return [];
  return (preview.fields[mapping.kind] ?? []).filter((field) => field.required && !mapping.columns[field.key]).map((field) => field.key);
}

const channelNameOf = (fileName: string) => fileName.replace(/(\.\w{2,5}){1,2}$/, '');

interface ChoicesProps {
  settings: Start;
  preview: Preview;
  /** A choice that changes what the rows become. */
  onLook(next: Partial<Start>): void;
  onChange(next: Partial<Start>): void;
}

const newChannel = 'new';

function Choices({ settings, preview, onLook, onChange }: ChoicesProps) {
  const { t } = useTranslation('imports');
  const channels = useApi('GET /channels', {}).data ?? [];
  return (
    <SimpleGrid cols={1} spacing="sm">
      <Select
        label={t('screen.preset')}
        allowDeselect={false}
        data={preview.presets.map(({ name }) => ({ value: name, label: t(`presets.${name}`) }))}
        value={settings.preset}
        onChange={(preset) => onLook({ preset: preset as Start['preset'] })}
      />
      <Select
        label={t('screen.channel')}
        description={t('screen.channelHint')}
        allowDeselect={false}
        data={[
          { value: newChannel, label: t('screen.newChannel') },
          ...channels.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        value={settings.channelId === null ? newChannel : String(settings.channelId)}
        onChange={(value) => onChange({ channelId: value === newChannel ? null : Number(value) })}
      />
      {settings.channelId === null && (
        <TextInput
          label={t('screen.channelName')}
          value={settings.channelName ?? ''}
          onChange={(event) => onChange({ channelName: event.currentTarget.value })}
        />
      )}
      <Select
        label={t('screen.duplicates')}
        allowDeselect={false}
        data={duplicateRules.map((rule) => ({ value: rule, label: t(`duplicates.${rule}`) }))}
        value={settings.duplicates}
        onChange={(rule) => onChange({ duplicates: rule as Start['duplicates'] })}
      />
    </SimpleGrid>
  );
}
