/** What burns: things that wait for somebody, each a link to exactly the rows it counts. */
import { IconChevronRight, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Go } from '../../ui/go.tsx';
import { Ago } from '../../ui/moment.tsx';
import { Section } from '../../ui/section.tsx';
import type { Tone } from '../../ui/tone.ts';
import type { Today } from './today.ts';
import style from './waiting.module.css';
import { waitingRows } from './waiting-rows.ts';

const tones: Record<string, Tone> = { late_orders: 'red', no_rate: 'red', total_mismatch: 'red', new_orders: 'blue' };

export function Waiting({ waiting }: { waiting: Today['waiting'] | undefined }) {
  const { t } = useTranslation('today');
  const shown = waiting?.flatMap((one) => (one.kind in waitingRows ? [{ ...one, to: waitingRows[one.kind] as string }] : []));
  return (
    <Section title={t('waiting.title')} plate>
      {shown?.length === 0 ? (
        <p className={style.calm}>
          <IconCircleCheck size={20} stroke={1.6} aria-hidden />
          {t('waiting.nothing')}
        </p>
      ) : (
        <ul className={style.list} aria-busy={!shown}>
          {shown?.map((one) => (
            <Line key={one.kind} {...one} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Line({ kind, count, oldestAt, to }: Today['waiting'][number] & { to: string }) {
  const { t } = useTranslation('analytics');
  return (
    <li>
      <Go to={to} className={style.line}>
        <i data-tone={tones[kind] ?? 'amber'} aria-hidden />
        <span className={style.words}>
          {t(`waiting.${kind}`, { count })}
          {oldestAt && (
            <small>
              {t('today:waiting.oldest')} <Ago at={oldestAt} />
            </small>
          )}
        </span>
        <IconChevronRight size={16} stroke={1.6} aria-hidden />
      </Go>
    </li>
  );
}
