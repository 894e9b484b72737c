/** A named part of a page or a panel, with a quiet line above it; and the two columns of a full page. */
import type { ReactNode } from 'react';
import style from './section.module.css';

interface SectionProps {
  title?: string;
  /** Small thing beside the title: a count, a button. */
  aside?: ReactNode;
  /** Stands on its own plate, for pages of several blocks. */
  plate?: boolean;
  children: ReactNode;
}

export function Section({ title, aside, plate, children }: SectionProps) {
  return (
    <section className={style.section} data-plate={plate || undefined}>
      {(title || aside) && (
        <header>
          {title && <h2>{title}</h2>}
          {aside && <div>{aside}</div>}
        </header>
      )}
      {children}
    </section>
  );
}

/** The work at the left, what is known about it in a rail at the right; one column on a phone. */
export function Columns({ rail, children }: { rail: ReactNode; children: ReactNode }) {
  return (
    <div className={style.columns}>
      <div className={style.column}>{children}</div>
      <div className={style.column}>{rail}</div>
    </div>
  );
}

/** Names and values one under another; a value that is not known is a dash. */
export function Facts({ facts }: { facts: readonly (readonly [title: ReactNode, value: ReactNode])[] }) {
  return (
    <dl className={style.facts}>
      {facts.map(([title, value], index) => (
        <div key={index}>
          <dt>{title}</dt>
          <dd>{value ?? '—'}</dd>
        </div>
      ))}
    </dl>
  );
}
