/** The front of the shop: an awning over one card, for everything before sign-in. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BrandMark } from '../frame/brand.tsx';
import { LanguageMenu } from '../frame/language-menu.tsx';
import { ThemeMenu } from '../frame/theme-menu.tsx';
import style from './door.module.css';

export function Door({ wide, children }: { wide?: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={style.front}>
      <Awning />
      <header className={style.head}>
        <span className={style.name}>
          <BrandMark size={30} />
          {t('name')}
        </span>
        <span className={style.tools}>
          <LanguageMenu />
          <ThemeMenu />
        </span>
      </header>
      <main className={style.card} data-wide={wide || undefined}>
        {children}
      </main>
    </div>
  );
}

/** Stripes with a scalloped edge, as wide as the window. */
function Awning() {
  return (
    <svg className={style.awning} width="100%" height="46" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="awning" width="88" height="46" patternUnits="userSpaceOnUse">
          <path d="M0 0h44v26a22 18 0 0 1-44 0z" className={style.stripe} />
          <path d="M44 0h44v26a22 18 0 0 1-44 0z" className={style.gap} />
        </pattern>
      </defs>
      <rect width="100%" height="46" fill="url(#awning)" />
    </svg>
  );
}
