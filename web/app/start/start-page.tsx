/** After the first visit: the doors to the work, and what the answers of the questionnaire make worth doing next (OPS-4). */
import { Progress, Text } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api-hooks.ts';
import type { AnswerOf } from '../../api-types.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Go } from '../../ui/go.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { handOverFiles } from '../handed-files.ts';
import style from './start.module.css';

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

export function StartPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const take = (files: File[]) => {
    handOverFiles(files);
    void navigate({ href: '/import' });
  };
  return (
    <Page title={t('start.title')} note={t('start.text')} slim>
      <div className={style.doors}>
        <section className={style.door}>
          <h2>{t('start.file')}</h2>
          <FileDrop onFiles={take} hint={t('start.fileHint')} />
        </section>
      </div>
      <Checklist />
    </Page>
  );
}

function Checklist() {
  const { t } = useTranslation();
  const { data = [] } = useApi('GET /workspace/checklist', {});
  const done = data.filter((item) => item.done).length;
  if (data.length === 0) return null;
  return (
    <Section title={t('start.checklist')} aside={<Text c="dimmed">{t('start.done', { done, total: data.length })}</Text>}>
      <Progress value={(done / data.length) * 100} size={4} aria-label={t('start.checklist')} />
      <ol className={style.list}>
        {data.map((item) => (
          <ChecklistLine key={`${item.kind}.${item.channel}`} item={item} />
        ))}
      </ol>
    </Section>
  );
}

function ChecklistLine({ item }: { item: Item }) {
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
