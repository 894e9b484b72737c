/** Step one: whose shop this is, and in what language, money and time it works. */
import { SegmentedControl, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { currencyCodes, currencySign } from '../../formats.ts';
import type { Language } from '../../language.ts';
import { languageNames, languages, switchLanguage } from '../../language.ts';
import type { Country } from './country-defaults.ts';
import { countries, suggestions, timeZones } from './country-defaults.ts';
import type { WelcomeForm } from './welcome-form.ts';

interface CompanyStepProps {
  form: WelcomeForm;
  /** Records with amounts exist already, so the currency is settled. */
  currencyFixed: boolean;
}

export function CompanyStep({ form, currencyFixed }: CompanyStepProps) {
  const { t, i18n } = useTranslation();
  const zones = useMemo(() => timeZones(), []);
  const currencyNames = new Intl.DisplayNames(i18n.language, { type: 'currency' });
  const chooseCountry = (country: string | null) => {
    if (!country) return;
    const { currency, timeZone } = suggestions[country as Country];
    form.setValues({ country: country as Country, timeZone, ...(currencyFixed ? {} : { currency }) });
  };
  return (
    <Stack gap="sm">
      <div>
        <Text fw={500} size="sm" mb={4} id="welcome-language">
          {t('frame.language')}
        </Text>
        <SegmentedControl
          fullWidth
          aria-labelledby="welcome-language"
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          value={i18n.language}
          onChange={(language) => void switchLanguage(language as Language)}
        />
      </div>
      <TextInput size="md" label={t('welcome.company')} placeholder={t('welcome.companyHint')} {...form.getInputProps('company')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          size="md"
          label={t('welcome.country')}
          allowDeselect={false}
          data={countries.map((value) => ({ value, label: t(`workspace:country.${value}`) }))}
          value={form.values.country}
          onChange={chooseCountry}
        />
        <Select
          size="md"
          label={t('welcome.currency')}
          description={currencyFixed ? t('welcome.currencyFixed') : undefined}
          disabled={currencyFixed}
          searchable
          allowDeselect={false}
          data={currencyCodes.map((value) => ({ value, label: `${currencySign(value)} · ${currencyNames.of(value)}` }))}
          {...form.getInputProps('currency')}
        />
      </SimpleGrid>
      <Select
        size="md"
        label={t('welcome.timeZone')}
        searchable
        allowDeselect={false}
        limit={60}
        data={zones}
        {...form.getInputProps('timeZone')}
      />
    </Stack>
  );
}
