/** A person or a program as an author: initials in a steady colour, and the name. */
import { IconKey, IconSettingsAutomation } from '@tabler/icons-react';
import style from './person.module.css';
import type { Tone } from './tone.ts';

const tones: Tone[] = ['blue', 'amber', 'violet', 'teal', 'green', 'red'];

const toneOf = (name: string): Tone => {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return tones[sum % tones.length] ?? 'grey';
};

const initialsOf = (name: string): string =>
  name
    .split(/[\s.@_-]+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => Array.from(word)[0]?.toLocaleUpperCase() ?? '')
    .join('');

export function PersonMark({ name, size = 22 }: { name: string; size?: number }) {
  return (
    <span
      className={style.mark}
      data-tone={toneOf(name)}
      data-initials={initialsOf(name)}
      style={{ width: size, height: size, fontSize: size * 0.4 }}
      aria-hidden
    />
  );
}

export interface Author {
  kind?: 'person' | 'key' | 'system';
  name: string;
}

export function AuthorChip({ kind = 'person', name }: Author) {
  const Icon = kind === 'key' ? IconKey : IconSettingsAutomation;
  return (
    <span className={style.author}>
      {kind === 'person' ? (
        <PersonMark name={name} size={20} />
      ) : (
        <span className={style.mark} data-tone="grey" style={{ width: 20, height: 20 }} aria-hidden>
          <Icon size={13} stroke={1.8} />
        </span>
      )}
      <span className={style.name}>{name}</span>
    </span>
  );
}
