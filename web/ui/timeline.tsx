/** What happened, newest first, grouped by day; each entry says who or what did it and leads to the proof. */

import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFormats } from '../app/use-formats.ts';
import type { Author } from './person.tsx';
import { AuthorChip } from './person.tsx';
import style from './timeline.module.css';
import type { Tone } from './tone.ts';

export interface TimelineEntry {
  id: string | number;
  /** ISO time. */
  at: string;
  icon: Icon;
  tone?: Tone;
  title: ReactNode;
  text?: ReactNode;
  author?: Author;
}

export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  const { date } = useFormats();
  const days = Map.groupBy(entries, (entry) => date(entry.at));
  return (
    <section className={style.timeline} aria-label={label}>
      {[...days].map(([day, those]) => (
        <section key={day}>
          <h3>{day}</h3>
          <ol>
            {those.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const { time, dateTime } = useFormats();
  return (
    <li className={style.entry}>
      <span className={style.icon} data-tone={entry.tone ?? 'grey'} aria-hidden>
        <entry.icon size={15} stroke={1.8} />
      </span>
      <div className={style.body}>
        <div className={style.title}>
          <span>{entry.title}</span>
          <time dateTime={entry.at} title={dateTime(entry.at)}>
            {time(entry.at)}
          </time>
        </div>
        {entry.text && <div className={style.text}>{entry.text}</div>}
        {entry.author && (
          <div className={style.text}>
            <AuthorChip {...entry.author} />
          </div>
        )}
      </div>
    </li>
  );
}
