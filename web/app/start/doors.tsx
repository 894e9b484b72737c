/** The ways to begin where there is nothing yet: on the first steps, and on Today while there are no orders. */
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DemoDoor } from '../../intake/demo/demo-door.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { handOverFiles } from '../handed-files.ts';
import style from './doors.module.css';

export function Doors() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const take = (files: File[]) => {
    handOverFiles(files);
    void navigate({ href: '/import' });
  };
  return (
    <div className={style.doors}>
      <section className={style.door}>
        <h2>{t('start.file')}</h2>
        <FileDrop onFiles={take} hint={t('start.fileHint')} />
      </section>
      <section className={style.door}>
        <h2>{t('start.demo')}</h2>
        <div>
          <p>{t('start.demoText')}</p>
          <DemoDoor />
        </div>
      </section>
    </div>
  );
}
