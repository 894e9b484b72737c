/** Reads phones that made no sense again, as numbers of a country. */
import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../../api-hooks.ts';
import { useMay } from '../../../app/session.ts';
import { toastDone, toastProblem } from '../../../ui/toast.tsx';

const countries = ['RU', 'UA', 'BY', 'KZ'] as const;

export function MendPhones({ count }: { count: number }) {
  const { t, i18n } = useTranslation('customers');
  const may = useMay()('customers.write');
  const cure = useSend('POST /customers/quality/cure', { touches: ['jobs'] });
  if (!may || count === 0) return null;
  const names = new Intl.DisplayNames(i18n.language, { type: 'region' });
  const mend = (country: string) =>
    cure
      .mutateAsync({ body: { filter: { problem: ['bad_phone'] }, cure: { how: 'read-again', problem: 'bad_phone', country } } })
      .then(({ jobId, mended }) => toastDone(jobId ? t('bulk.begun') : t('quality.mended', { count: mended })), toastProblem);
  return (
    <Menu>
      <Menu.Target>
        <Button size="compact-xs" variant="default" loading={cure.isPending}>
          {t('quality.mend')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('quality.mendAs')}</Menu.Label>
        {countries.map((country) => (
          <Menu.Item key={country} onClick={() => void mend(country)}>
            {names.of(country)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
