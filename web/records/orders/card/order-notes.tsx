/** What people write on an order: tags, who is responsible, a comment. Each change is saved at once and can be taken back. */
import { Button, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderCard, OrderChange } from '../../../../contract/orders.ts';
import { useApi, useSend } from '../../../api-hooks.ts';
import { useMay } from '../../../app/session.ts';
import { Chip } from '../../../ui/chip.tsx';
import { TagInput } from '../../../ui/fields/tag-input.tsx';
import { Facts, Section } from '../../../ui/section.tsx';
import { toastDone, toastProblem } from '../../../ui/toast.tsx';
import style from './card.module.css';

export function OrderNotes({ order }: { order: OrderCard }) {
  const { t } = useTranslation('orders');
  const may = useMay();
  const send = useSend('PATCH /orders/:id');
  const { data: people = [] } = useApi('GET /people', {}, { enabled: may('settings.read'), freshFor: 60_000 });
  const { data: known } = useApi('GET /orders/facets/:facet', { params: { facet: 'tag' } }, { freshFor: 60_000 });
  const put = (body: OrderChange) => send.mutateAsync({ params: { id: order.id }, body });
  const change = async (body: OrderChange, before: OrderChange) => {
    try {
      await put(body);
      toastDone(t('card.saved'), { undo: () => put(before).catch(toastProblem) });
    } catch (problem) {
      toastProblem(problem);
    }
  };
  if (!may('orders.write')) return <ReadNotes order={order} manager={people.find(({ id }) => id === order.managerId)?.name} />;
  return (
    <Section title={t('card.notes')}>
      <div className={style.form}>
        <TagInput
          label={t('notes.tags')}
          known={known}
          value={order.tags}
          onChange={(tags) => void change({ tags }, { tags: order.tags })}
        />
        <Select
          label={t('notes.manager')}
          placeholder={t('bulk.nobody')}
          searchable
          clearable
          data={people.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={order.managerId === null ? null : String(order.managerId)}
          onChange={(id) => void change({ managerId: id === null ? null : Number(id) }, { managerId: order.managerId })}
        />
        <Comment
          key={order.comment}
          comment={order.comment ?? ''}
          saving={send.isPending}
          onSave={(text) => void change({ comment: text || null }, { comment: order.comment })}
        />
      </div>
    </Section>
  );
}

function Comment({ comment, saving, onSave }: { comment: string; saving: boolean; onSave: (text: string) => void }) {
  const { t } = useTranslation('orders');
  const [text, setText] = useState(comment);
  return (
    <div className={style.compose}>
      <Textarea
        label={t('notes.comment')}
        autosize
        minRows={2}
        maxLength={5000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {text.trim() !== comment && (
        <Button size="compact-sm" loading={saving} onClick={() => onSave(text.trim())}>
          {t('ui:save')}
        </Button>
      )}
    </div>
  );
}

function ReadNotes({ order, manager }: { order: OrderCard; manager: string | undefined }) {
  const { t } = useTranslation('orders');
  return (
    <Section title={t('card.notes')}>
      <Facts
        facts={[
          [t('notes.tags'), order.tags.length > 0 ? order.tags.map((tag) => <Chip key={tag}>{tag}</Chip>) : null],
          [t('notes.manager'), manager],
          [t('notes.comment'), order.comment],
        ]}
      />
    </Section>
  );
}
