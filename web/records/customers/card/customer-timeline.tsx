/** Everything that happened with a customer, of all rooms in one line of time; a note is written at its foot (HIS-1). */
import { Button, SegmentedControl, Skeleton, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../../api-hooks.ts';
import { useMay } from '../../../app/session.ts';
import { Section } from '../../../ui/section.tsx';
import { Timeline } from '../../../ui/timeline.tsx';
import { toastProblem } from '../../../ui/toast.tsx';
import style from './card.module.css';
import { type Kind, kinds, useHistory } from './history.tsx';

export function CustomerTimeline({ id }: { id: number }) {
  const { t } = useTranslation('customers');
  const [kind, setKind] = useState<Kind>('all');
  const history = useHistory(id, kind);
  const filter = (
    <SegmentedControl
      size="xs"
      aria-label={t('timeline.show')}
      data={kinds.map((value) => ({ value, label: t(`timeline.${value}`) }))}
      value={kind}
      onChange={(value) => setKind(value as Kind)}
    />
  );
  return (
    <Section title={t('timeline.title')} aside={filter}>
      <Compose id={id} />
      {history.loading && <Skeleton height={200} />}
      {!history.loading && history.entries.length === 0 && <p className="dim">{t('timeline.none')}</p>}
      <Timeline label={t('timeline.title')} entries={history.entries} />
      {history.more && (
        <Button variant="default" onClick={history.loadMore}>
          {t('timeline.more')}
        </Button>
      )}
    </Section>
  );
}

function Compose({ id }: { id: number }) {
  const { t } = useTranslation('customers');
  const may = useMay()('customers.write');
  const send = useSend('POST /customers/:id/notes');
  const [text, setText] = useState('');
  if (!may) return null;
  const write = () => send.mutateAsync({ params: { id }, body: { text: text.trim() } }).then(() => setText(''), toastProblem);
  return (
    <div className={style.compose}>
      <Textarea
        aria-label={t('timeline.note')}
        placeholder={t('timeline.note')}
        autosize
        minRows={1}
        maxLength={5000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {text.trim() !== '' && (
        <Button size="compact-sm" loading={send.isPending} onClick={() => void write()}>
          {t('timeline.write')}
        </Button>
      )}
    </div>
  );
}
