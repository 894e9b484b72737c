/** Says that what one sees is made up, for as long as the demo shop is open, and offers to remove it. */
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMasksTheater } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../api-hooks.ts';
import style from '../../app/frame/offline-notice.module.css';
import { useMay } from '../../app/session.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { useDemo } from './use-demo.ts';

export function DemoNotice() {
  const { t } = useTranslation('demo');
  const demo = useDemo();
  const remove = useSend('DELETE /demo', { touches: ['jobs'] });
  const [asking, ask] = useDisclosure(false);
  const may = useMay()('settings.write');
  if (!demo || demo.state === 'absent') return null;
  return (
    <div className={style.notice} data-tone="violet" role="status">
      <IconMasksTheater size={17} stroke={1.7} aria-hidden />
      <span className={style.words}>{t(`state.${demo.state}`)}</span>
      {may && demo.state === 'ready' && (
        <Button size="compact-xs" variant="default" onClick={ask.open} aria-label={t('remove')}>
          {t('ui:delete')}
        </Button>
      )}
      <Confirm
        opened={asking}
        onClose={ask.close}
        title={t('remove-title')}
        text={t('remove-text')}
        action={t('remove')}
        onConfirm={() => remove.mutateAsync({})}
      />
    </div>
  );
}
