/** An address that leads nowhere. */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import style from './crash.module.css';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <div className={style.place}>
      <h1>{t('lost.title')}</h1>
      <p>{t('lost.text')}</p>
      <Button component={Link} to="/">
        {t('lost.home')}
      </Button>
    </div>
  );
}
