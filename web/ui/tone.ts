/** The seven tones of chips, tiles and charts; a hue means the same thing on every screen. */
import type { StatusGroup } from '../../contract/records.ts';

export type Tone = 'grey' | 'blue' | 'amber' | 'violet' | 'teal' | 'green' | 'red';

export const statusTones: Record<StatusGroup, Tone> = {
  new: 'blue',
  approval: 'amber',
  assembly: 'violet',
  delivery: 'teal',
  done: 'green',
  cancelled: 'grey',
};
