/** Language and theme, for oneself. */

import type { MantineColorScheme } from '@mantine/core';
import { SegmentedControl, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.tsx';
import type { Language } from './language.ts';
import { languageNames, languages } from './language.ts';
import { chooseLanguage } from './session.ts';

export function AppearancePage() {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const themes = [
    { value: 'light', label: t('frame.themeLight') },
    { value: 'dark', label: t('frame.themeDark') },
    { value: 'auto', label: t('frame.themeAuto') },
  ];
  return (
    <Page title={t('menu.appearance')} slim>
      <Stack gap="lg" align="flex-start">
        <Choice
          label={t('frame.language')}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          value={i18n.language}
          onChange={(language) => void chooseLanguage(language as Language)}
        />
        <Choice
          label={t('frame.theme')}
          data={themes}
          value={colorScheme}
          onChange={(theme) => setColorScheme(theme as MantineColorScheme)}
        />
      </Stack>
    </Page>
  );
}

interface ChoiceProps {
  label: string;
  data: { value: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
}

function Choice({ label, ...rest }: ChoiceProps) {
  return (
    <div>
      <Text fw={500} size="sm" mb={6}>
        {label}
      </Text>
      <SegmentedControl aria-label={label} {...rest} />
    </div>
  );
}
