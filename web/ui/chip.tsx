/** A word with a tone: a status, a tag, a mark. The tone repeats what the word says and never speaks alone. */
import type { ReactNode } from 'react';
import type { StatusGroup } from '../../contract/records.ts';
import style from './chip.module.css';
import type { Tone } from './tone.ts';
import { statusTones } from './tone.ts';

export function Chip({ tone = 'grey', mark, children }: { tone?: Tone; mark?: boolean; children: ReactNode }) {
  return (
    <span className={style.chip} data-tone={tone}>
      {mark && <i aria-hidden />}
      <span>{children}</span>
    </span>
  );
}

/** An order's status: its own words, the colour of its group. */
export function StatusChip({ group, children }: { group: StatusGroup; children: ReactNode }) {
  return (
    <Chip tone={statusTones[group]} mark>
      {children}
    </Chip>
  );
}
