/** A value as text people can read and copy: the proof behind an entry, an answer of the API. */

import { Copy } from './copy.tsx';
import style from './json-view.module.css';

export function JsonView({ value, label }: { value: unknown; label: string }) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return (
    <section className={style.view} aria-label={label}>
      <div className={style.copy}>
        <Copy text={text} />
      </div>
      <pre>{text}</pre>
    </section>
  );
}
