/** The way of an order or a deal: passed, present and coming stages; a click moves it where that is allowed. */
import { UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import style from './stage-bar.module.css';
import type { Tone } from './tone.ts';

export interface Stage {
  key: string;
  title: string;
  tone: Tone;
  /** When it was reached, in words. */
  note?: string;
}

interface StageBarProps {
  label: string;
  stages: readonly Stage[];
  current: string;
  onMove?: (key: string) => void;
}

export function StageBar({ label, stages, current, onMove }: StageBarProps) {
  const at = stages.findIndex((stage) => stage.key === current);
  return (
    <ol className={style.bar} aria-label={label}>
      {stages.map((stage, index) => (
        <li
          key={stage.key}
          data-tone={stage.tone}
          data-place={index < at ? 'passed' : index === at ? 'present' : 'coming'}
          aria-current={index === at ? 'step' : undefined}
        >
          <UnstyledButton disabled={!onMove || index === at} onClick={() => onMove?.(stage.key)} className={style.stage}>
            <span className={style.title}>
              {index < at && <IconCheck size={13} stroke={2.4} aria-hidden />}
              {stage.title}
            </span>
            {stage.note && <small>{stage.note}</small>}
          </UnstyledButton>
        </li>
      ))}
    </ol>
  );
}
