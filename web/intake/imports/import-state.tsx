/** How an import stands, as a chip. */
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '../../api-types.ts';
import { Chip } from '../../ui/chip.tsx';
import type { Tone } from '../../ui/tone.ts';

export type ImportRun = AnswerOf<'GET /imports/:id'>;

const tones: Record<ImportRun['state'], Tone> = {
  ready: 'amber',
  waiting: 'blue',
  running: 'blue',
  done: 'green',
  failed: 'red',
  cancelled: 'grey',
  undoing: 'violet',
  undone: 'grey',
};

export function ImportState({ state }: { state: ImportRun['state'] }) {
  const { t } = useTranslation('imports');
  return <Chip tone={tones[state]}>{t(`states.${state}`)}</Chip>;
}

/** It changes by itself, so the screen keeps asking. */
export const isGoing = ({ state }: Pick<ImportRun, 'state'>) => state === 'waiting' || state === 'running' || state === 'undoing';
