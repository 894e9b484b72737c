/** The language of the interface, switched without a reload. */
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { languageNames, languages } from '../language.ts';
import { chooseLanguage } from '../session.ts';

export function LanguageMenu() {
  const { t, i18n } = useTranslation();
  const shown = i18n.language.toUpperCase();
  return (
    <Menu>
      <Menu.Target>
        <Tooltip label={t('frame.language')}>
          <ActionIcon size={34} aria-label={`${t('frame.language')}: ${shown}`} fz="xs" fw={600}>
            {shown}
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            onClick={() => void chooseLanguage(language)}
            rightSection={language === i18n.language && <IconCheck size={15} />}
          >
            {languageNames[language]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
