/** How the company is set up: name, country, money, time, language of what is sent out. */
import { Button, Select, SimpleGrid, Skeleton, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useSend } from '../../api-hooks.ts';
import type { BodyOf } from '../../api-types.ts';
import { countries, timeZones } from '../../app/door/welcome/country-defaults.ts';
import { currencyCodes, currencySign } from '../../app/formats.ts';
import { languageNames, languages } from '../../app/language.ts';
import type { Workspace } from '../../app/session.ts';
import { useMay } from '../../app/session.ts';
import { showProblem } from '../../ui/fields/problem-fields.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { toastDone } from '../../ui/toast.tsx';

export function CompanyPage() {
  const { t } = useTranslation();
  const settings = useApi('GET /workspace', {});
  return (
    <Page title={t('menu.company')} slim>
      {settings.isPending && <Skeleton height={280} />}
      {settings.error && <ProblemNote problem={settings.error} onRetry={settings.refetch} />}
      {settings.data && <CompanyForm settings={settings.data} />}
    </Page>
  );
}

function CompanyForm({ settings }: { settings: Workspace }) {
  const { t, i18n } = useTranslation();
  const may = useMay()('settings.write');
  const zones = useMemo(() => timeZones(), []);
  const names = new Intl.DisplayNames(i18n.language, { type: 'currency' });
  const days = useWeekDays();
  const change = useSend('PATCH /workspace');
  const { company, country, currency, timeZone, language, weekStart } = settings;
  const form = useForm({ initialValues: { company, country, currency, timeZone, language, weekStart: String(weekStart) } });
  const save = async (values: typeof form.values) => {
    const body = { ...values, weekStart: Number(values.weekStart), currency: settings.currencyFixed ? undefined : values.currency };
    try {
      await change.mutateAsync({ body: body as BodyOf<'PATCH /workspace'> });
      form.resetDirty();
      toastDone(t('settings.saved'));
    } catch (problem) {
      showProblem(form, problem);
    }
  };
  return (
    <form onSubmit={form.onSubmit((values) => void save(values))}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextInput label={t('welcome.company')} disabled={!may} {...form.getInputProps('company')} />
        <Select
          label={t('welcome.country')}
          disabled={!may}
          allowDeselect={false}
          data={countries.map((value) => ({ value, label: t(`workspace:country.${value}`) }))}
          {...form.getInputProps('country')}
        />
        <Select
          label={t('welcome.currency')}
          description={settings.currencyFixed ? t('welcome.currencyFixed') : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          disabled={!may || settings.currencyFixed}
          allowDeselect={false}
          data={currencyCodes.map((value) => ({ value, label: `${currencySign(value)} · ${names.of(value)}` }))}
          {...form.getInputProps('currency')}
        />
        <Select
          label={t('welcome.timeZone')}
          disabled={!may}
          searchable
          allowDeselect={false}
          limit={60}
          data={zones}
          {...form.getInputProps('timeZone')}
        />
        <Select
          label={t('settings.companyLanguage')}
          disabled={!may}
          allowDeselect={false}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          {...form.getInputProps('language')}
        />
        <Select label={t('settings.weekStart')} disabled={!may} allowDeselect={false} data={days} {...form.getInputProps('weekStart')} />
      </SimpleGrid>
      {may && (
        <Button type="submit" mt="lg" loading={change.isPending} disabled={!form.isDirty()}>
          {t('ui:save')}
        </Button>
      )}
    </form>
  );
}

/** Names of the days in the reader's language; 1 is Monday. */
function useWeekDays(): { value: string; label: string }[] {
  const { i18n } = useTranslation();
  const format = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, day) => ({ value: String(day + 1), label: format.format(Date.UTC(2024, 0, day + 1)) }));
}
