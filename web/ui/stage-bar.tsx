/** The way of an order or a deal: passed, present and coming stages; a click moves it where that is allowed. */
import { UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import style from './stage-bar.module.css';
import type { Tone } from './tone.ts';

export interface Stage {
  key: string;
  title: string;
  tone: Tone;
  /** When it was reached, in words. */
  note?: string;
  /** Whether the order or deal has been there; by its place in the bar unless told. */
  passed?: boolean;
}

interface StageBarProps {
  label: string;
  stages: readonly Stage[];
  current: string;
  onMove?: (key: string) => void;
  /** Stages it may be moved to; all of them unless told. */
  moves?: readonly string[];
}

export function StageBar({ label, stages, current, onMove, moves }: StageBarProps) {
  const bar = useRef<HTMLOListElement>(null);
  const at = stages.findIndex((stage) => stage.key === current);
  const placeOf = ({ passed }: Stage, index: number) => (index === at ? 'present' : (passed ?? index < at) ? 'passed' : 'coming');
  const isOpen = ({ key }: Stage) => Boolean(onMove) && key !== current && (moves?.includes(key) ?? true);
  // On a phone the way is longer than the screen: the present stage is what one wants to see.
  useEffect(() => {
    const stage = bar.current?.children[at];
    if (bar.current && stage instanceof HTMLElement) bar.current.scrollLeft = stage.offsetLeft - bar.current.offsetLeft - 24;
  }, [at]);
  return (
    <ol className={style.bar} aria-label={label} ref={bar}>
      {stages.map((stage, index) => (
        <li key={stage.key} data-tone={stage.tone} data-place={placeOf(stage, index)} aria-current={index === at ? 'step' : undefined}>
          <UnstyledButton disabled={!isOpen(stage)} onClick={() => onMove?.(stage.key)} className={style.stage}>
            <span className={style.title}>
              {placeOf(stage, index) === 'passed' && <IconCheck size={13} stroke={2.4} aria-hidden />}
              {stage.title}
            </span>
            {stage.note && <small>{stage.note}</small>}
          </UnstyledButton>
        </li>
      ))}
    </ol>
  );
}
