/** After the first visit: the doors to the work, and what is worth doing next. */
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';
import { Checklist } from './checklist.tsx';
import { Doors } from './doors.tsx';

export function StartPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('start.title')} note={t('start.text')} slim>
      <Doors />
      <Checklist />
    </Page>
  );
}
