/** Nothing here yet: says why, and offers the one thing to do about it. */
import type { ReactNode } from 'react';
import style from './empty.module.css';

interface EmptyProps {
  icon?: ReactNode;
  title: string;
  text?: ReactNode;
  /** One button. */
  action?: ReactNode;
}

export function Empty({ icon, title, text, action }: EmptyProps) {
  return (
    <div className={style.empty}>
      {icon ?? <EmptyShelf />}
      <strong>{title}</strong>
      {text && <p>{text}</p>}
      {action}
    </div>
  );
}

/** A shelf with nothing on it. */
function EmptyShelf() {
  return (
    <svg width="92" height="58" viewBox="0 0 92 58" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M6 42h80M12 42v10M80 42v10" strokeLinecap="round" />
      <path d="M20 42V22h18v20M44 42V12h12v30M62 42V28h12v14" strokeDasharray="2.5 4" strokeLinecap="round" />
    </svg>
  );
}
