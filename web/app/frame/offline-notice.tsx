/** Says that the server cannot be reached, leaves by itself when it can again, and has the screens ask anew. */
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useReached } from '../../reachability.ts';
import style from './offline-notice.module.css';

export function OfflineNotice() {
  const { t } = useTranslation();
  const reached = useReached();
  const cache = useQueryClient();
  const before = useRef(reached);
  useEffect(() => {
    if (reached && !before.current) void cache.invalidateQueries();
    before.current = reached;
  }, [reached, cache]);
  if (reached) return null;
  return (
    <div role="status" className={style.notice} data-tone="amber">
      <IconPlugConnectedX size={17} stroke={1.7} aria-hidden />
      {t('frame.offline')}
    </div>
  );
}
