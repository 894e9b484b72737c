/** The first screen of the day: how it goes beside a usual day, what burns, what changed and why, and who buys (ANL-4). */
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api-hooks.ts';
import { seenUpTo } from '../../insight/fresh-figures.ts';
import { Fresh } from '../../ui/fresh.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Checklist } from '../start/checklist.tsx';
import { Doors } from '../start/doors.tsx';
import { useFormats } from '../use-formats.ts';
import { BuyerGroups } from './buyer-groups.tsx';
import { Changes } from './changes.tsx';
import { LongSilence } from './long-silence.tsx';
import { useMonth } from './month.ts';
import { MonthChart } from './month-chart.tsx';
import style from './today.module.css';
import type { Today } from './today.ts';
import { TodayTiles } from './today-tiles.tsx';
import { Waiting } from './waiting.tsx';

const every = 30_000;

export function TodayPage() {
  const { t } = useTranslation('today');
  const { dateInWords } = useFormats();
  const { data: today, error, refetch } = useApi('GET /today', {}, { every });
  if (error && !today)
    return (
      <Page title={t('title')}>
        <ProblemNote problem={error} onRetry={refetch} />
      </Page>
    );
  if (today && today.since === null) return <NothingYet />;
  const note = today && (
    <span className={style.note}>
      {dateInWords(today.day)} <Fresh asOf={seenUpTo(today.freshness)} />
    </span>
  );
  return (
    <Page title={t('title')} note={note}>
      <Day today={today} />
    </Page>
  );
}

function Day({ today }: { today: Today | undefined }) {
  const month = useMonth(today?.day);
  return (
    <>
      {today && <LongSilence today={today} />}
      <TodayTiles today={today} month={month} />
      <div className={style.day}>
        <div className={style.main}>
          <MonthChart month={month} />
          {today && <Changes today={today} />}
          <BuyerGroups />
        </div>
        <div className={style.rail}>
          <Waiting waiting={today?.waiting} />
          <Checklist plate untilDone />
        </div>
      </div>
    </>
  );
}

function NothingYet() {
  const { t } = useTranslation('today');
  return (
    <Page title={t('title')} note={t('nothing')} slim>
      <Doors />
      <Checklist />
    </Page>
  );
}
