/** The menu as this person sees it: without the pages they may not open. */

import type { MenuPage, MenuSection } from './menu.ts';
import { menu } from './menu.ts';
import { useMay } from './session.ts';

export function useVisibleMenu(): readonly MenuSection[] {
  const may = useMay();
  const allowed = (page: MenuPage) => !page.may || may(page.may);
  return menu.filter(allowed).map((section) => ({ ...section, pages: section.pages?.filter(allowed) }));
}
