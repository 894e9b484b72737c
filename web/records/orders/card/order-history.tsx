/** Every change of an order with its author, newest first, and the place to add a note. */
import { Button, Textarea } from '@mantine/core';
import { IconArrowRight, IconMessage, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry, OrderCard } from '../../../../contract/orders.ts';
import { useSend } from '../../../api-hooks.ts';
import { useMay } from '../../../app/session.ts';
import { Chip, StatusChip } from '../../../ui/chip.tsx';
import type { Author } from '../../../ui/person.tsx';
import { Section } from '../../../ui/section.tsx';
import type { TimelineEntry } from '../../../ui/timeline.tsx';
import { Timeline } from '../../../ui/timeline.tsx';
import { toastProblem } from '../../../ui/toast.tsx';
import { statusTones } from '../../../ui/tone.ts';
import { useChannels } from '../../channels/channels.ts';
import { useStatusWords } from '../status-groups.ts';
import style from './card.module.css';
import { HistoryChange } from './history-change.tsx';

export function OrderHistory({ order }: { order: OrderCard }) {
  const { t } = useTranslation('orders');
  const may = useMay();
  const channel = useChannels().nameOf(order.channelId) ?? t('columns.channel');
  return (
    <Section title={t('card.history')}>
      {may('orders.write') && <Compose id={order.id} />}
      <Timeline label={t('card.history')} entries={order.history.map((entry) => shown(entry, channel))} />
    </Section>
  );
}

function shown(entry: HistoryEntry, channel: string): TimelineEntry {
  const base = { id: entry.id, at: entry.at, author: authorOf(entry, channel) };
  if (entry.kind === 'status') {
    return { ...base, icon: IconArrowRight, tone: statusTones[entry.statusGroup ?? 'new'], title: <Status entry={entry} /> };
  }
  if (entry.kind === 'note') return { ...base, icon: IconMessage, tone: 'amber', title: <Note entry={entry} /> };
  return { ...base, icon: IconPencil, title: <HistoryChange details={entry.details ?? {}} /> };
}

function authorOf({ author }: HistoryEntry, channel: string): Author {
  const name = author.name ?? channel;
  return author.kind === 'person' || author.kind === 'key'
    ? { kind: author.kind, name }
    : { kind: 'system', name: author.kind === 'channel' ? channel : name };
}

function Status({ entry }: { entry: HistoryEntry }) {
  const words = useStatusWords();
  if (!entry.statusGroup) return <Chip>{words(entry)}</Chip>;
  return <StatusChip group={entry.statusGroup}>{words(entry)}</StatusChip>;
}

function Note({ entry }: { entry: HistoryEntry }) {
  return (
    <div className={style.entry}>
      <p>{typeof entry.details?.text === 'string' ? entry.details.text : ''}</p>
    </div>
  );
}

function Compose({ id }: { id: number }) {
  const { t } = useTranslation('orders');
  const [text, setText] = useState('');
  const send = useSend('POST /orders/:id/notes');
  const write = async () => {
    try {
      await send.mutateAsync({ params: { id }, body: { text: text.trim() } });
      setText('');
    } catch (problem) {
      toastProblem(problem);
    }
  };
  return (
    <form
      className={style.compose}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) void write();
      }}
    >
      <Textarea
        aria-label={t('history.note')}
        placeholder={t('history.note')}
        autosize
        minRows={1}
        maxLength={5000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {text.trim() && (
        <Button type="submit" size="compact-sm" loading={send.isPending}>
          {t('history.write')}
        </Button>
      )}
    </form>
  );
}
