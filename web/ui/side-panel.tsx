/** A row beside its list: the list stays usable, Escape closes, one click leads to the full page. */
import { ActionIcon, CloseButton, Tooltip } from '@mantine/core';
import { IconArrowsMaximize } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import style from './side-panel.module.css';

interface SidePanelProps {
  onClose: () => void;
  /** Address of the full page. */
  page?: string;
  children: ReactNode;
}

export function SidePanel({ onClose, page, children }: SidePanelProps) {
  const { t } = useTranslation('ui');
  return (
    <aside className={style.panel} aria-label={t('panel.label')}>
      <div className={style.tools}>
        {page && (
          <Tooltip label={t('panel.page')}>
            <ActionIcon component={Link} to={page} size={30} aria-label={t('panel.page')}>
              <IconArrowsMaximize size={16} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        )}
        <CloseButton size={30} aria-label={t('panel.close')} onClick={onClose} />
      </div>
      <div className={style.inside}>{children}</div>
    </aside>
  );
}
