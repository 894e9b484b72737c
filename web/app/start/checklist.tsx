/** What the answers of the questionnaire make worth doing next (OPS-4): on the first steps, and on Today until all is done. */
import { Progress, Text } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api-hooks.ts';
import type { AnswerOf } from '../../api-types.ts';
import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/section.tsx';
import { useMay } from '../session.ts';
import style from './checklist.module.css';

type Item = AnswerOf<'GET /workspace/checklist'>[number];

const screens: Record<Item['screen'], string> = {
  import: '/import',
  analytics: '/analytics',
  customers: '/customers',
  products: '/products',
  orders: '/orders',
  fields: '/settings/fields',
  team: '/settings/team',
  account: '/settings/account',
  keys: '/settings/keys',
};

interface ChecklistProps {
  plate?: boolean;
  /** Shows nothing once everything is done. */
  untilDone?: boolean;
}

export function Checklist({ plate, untilDone }: ChecklistProps) {
  const { t } = useTranslation();
  const may = useMay();
  const { data = [] } = useApi('GET /workspace/checklist', {}, { enabled: may('settings.read') });
  const done = data.filter((item) => item.done).length;
  if (data.length === 0 || (untilDone && done === data.length)) return null;
  return (
    <Section title={t('start.checklist')} plate={plate} aside={<Text c="dimmed">{t('start.done', { done, total: data.length })}</Text>}>
      <Progress value={(done / data.length) * 100} size={4} aria-label={t('start.checklist')} />
      <ol className={style.list}>
        {data.map((item) => (
          <Line key={`${item.kind}.${item.channel}`} item={item} />
        ))}
      </ol>
    </Section>
  );
}

function Line({ item }: { item: Item }) {
  const { t } = useTranslation();
  const channel = item.channel ? t(`workspace:channel.${item.channel}`) : 'none';
  const Mark = item.done ? IconCircleCheckFilled : IconCircle;
  return (
    <li data-done={item.done || undefined}>
      <Mark size={20} stroke={1.5} aria-hidden />
      <div>
        <Go to={screens[item.screen]}>{t(`workspace:checklist.${item.kind}.title`, { channel })}</Go>
        <span>{t(`workspace:checklist.${item.kind}.why`, { channel })}</span>
      </div>
    </li>
  );
}
