/** The buttons at the right of the bar: running work, language, theme, oneself. They come just after the first picture. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AccountMenu } from './account-menu.tsx';
import { JobsTray } from './jobs-tray.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { shortcutsSwitch } from './switches.ts';
import { ThemeMenu } from './theme-menu.tsx';

export function BarTools({ narrow }: { narrow: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {!narrow && (
        <Tooltip label={`${t('frame.help')} · ?`}>
          <ActionIcon size={34} aria-label={t('frame.help')} onClick={() => shortcutsSwitch.set(true)}>
            <IconKeyboard size={19} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
      <JobsTray />
      {!narrow && <LanguageMenu />}
      {!narrow && <ThemeMenu />}
      <AccountMenu />
    </>
  );
}
