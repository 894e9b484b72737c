/** A screen: where one is, its name, what can be done, and how fresh it is. `fill` gives a list the whole sheet. */
import { useDocumentTitle } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import style from './page.module.css';

export interface Crumb {
  title: string;
  to: string;
}

interface PageProps {
  title: string;
  /** Beside the title: a status, a number. */
  aside?: ReactNode;
  crumbs?: readonly Crumb[];
  /** Buttons at the right. */
  actions?: ReactNode;
  /** `Fresh` or another small line under the title. */
  note?: ReactNode;
  /** Fills the sheet without scrolling: for lists. */
  fill?: boolean;
  /** Reading width: for forms and settings. */
  slim?: boolean;
  children: ReactNode;
}

export function Page({ title, aside, crumbs, actions, note, fill, slim, children }: PageProps) {
  const { t } = useTranslation();
  useDocumentTitle(`${title} · ${t('name')}`);
  return (
    <div className={style.page} data-fill={fill || undefined} data-slim={slim || undefined}>
      <div className={style.head}>
        <div className={style.names}>
          {crumbs && <Crumbs crumbs={crumbs} />}
          <div className={style.title}>
            <h1>{title}</h1>
            {aside}
          </div>
          {note && <div className={style.note}>{note}</div>}
        </div>
        {actions && <div className={style.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('frame.breadcrumbs')}>
      <ol className={style.crumbs}>
        {crumbs.map(({ title, to }) => (
          <li key={to}>
            <Link to={to}>{title}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
