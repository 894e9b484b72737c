/** Oneself: name and role, own account, the way out. */
import { ActionIcon, Menu, Text } from '@mantine/core';
import { IconKeyboard, IconLogout, IconPalette, IconUserCircle } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PersonMark } from '../../ui/person.tsx';
import { leave, useMe } from '../session.ts';
import { shortcutsSwitch } from './switches.ts';

export function AccountMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const signOut = () => void leave().then(() => navigate({ to: '/sign-in' }));
  return (
    <Menu width={230}>
      <Menu.Target>
        <ActionIcon size={36} radius="xl" aria-label={`${t('frame.account')}: ${me.name}`}>
          <PersonMark name={me.name} size={28} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text fw={600} c="var(--ink)" truncate>
            {me.name}
          </Text>
          {t(`people:role.${me.role}`)}
        </Menu.Label>
        <Menu.Item component={Link} to="/settings/account" leftSection={<IconUserCircle size={17} stroke={1.6} />}>
          {t('menu.account')}
        </Menu.Item>
        <Menu.Item component={Link} to="/settings/appearance" leftSection={<IconPalette size={17} stroke={1.6} />}>
          {t('menu.appearance')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={17} stroke={1.6} />} onClick={() => shortcutsSwitch.set(true)}>
          {t('frame.help')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={17} stroke={1.6} />} onClick={signOut}>
          {t('frame.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
