/** The left menu: sections, the pages of the section one is in, and the fold. */
import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MenuPage, MenuSection } from '../menu.ts';
import { useWorkspace } from '../session.ts';
import { useVisibleMenu } from '../visible-menu.ts';
import { BrandMark } from './brand.tsx';
import style from './side-menu.module.css';

export function SideMenu({ folded, onFold }: { folded: boolean; onFold: () => void }) {
  const { t } = useTranslation();
  const sections = useVisibleMenu();
  const company = useWorkspace()?.company;
  const FoldIcon = folded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  const foldLabel = t(folded ? 'menu.unfold' : 'menu.fold');
  return (
    <nav className={style.menu} data-folded={folded || undefined} aria-label={t('menu.label')}>
      <Link to="/" className={style.brand}>
        <BrandMark />
        {!folded && (
          <span className={style.names}>
            <strong>{t('name')}</strong>
            {company && <span title={company}>{company}</span>}
          </span>
        )}
        {folded && <span className={style.unseen}>{t('name')}</span>}
      </Link>
      <ul className={style.sections}>
        {sections.map((section) => (
          <Section key={section.key} section={section} folded={folded} />
        ))}
      </ul>
      <Tooltip label={foldLabel} position="right" disabled={!folded}>
        <UnstyledButton className={style.fold} onClick={onFold} aria-label={foldLabel}>
          <FoldIcon size={18} stroke={1.6} />
        </UnstyledButton>
      </Tooltip>
    </nav>
  );
}

function Section({ section, folded }: { section: MenuSection; folded: boolean }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const here = [section, ...(section.pages ?? [])].some(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  const label = t(`menu.${section.key}`);
  return (
    <li>
      <Tooltip label={label} position="right" disabled={!folded}>
        <Link to={section.to} className={style.section} data-here={here || undefined} aria-label={folded ? label : undefined}>
          <section.icon size={19} stroke={here ? 2 : 1.6} aria-hidden />
          {!folded && <span>{label}</span>}
        </Link>
      </Tooltip>
      {here && !folded && section.pages && section.pages.length > 1 && <Pages pages={section.pages} />}
    </li>
  );
}

function Pages({ pages }: { pages: readonly MenuPage[] }) {
  const { t } = useTranslation();
  return (
    <ul className={style.pages}>
      {pages.map((page) => (
        <li key={page.key}>
          <Link to={page.to} className={style.page} activeOptions={{ includeSearch: false }}>
            {t(`menu.${page.key}`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
