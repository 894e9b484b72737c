/** What stands in place of a screen that failed: calm words, the way on, and the text for whoever mends it. */
import { Button, Code } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api.ts';
import style from './crash.module.css';

export function Crash({ error, reset }: { error: unknown; reset?: () => void }) {
  const { t } = useTranslation();
  const router = useRouter();
  const away = error instanceof ApiProblem && error.status === 0;
  const again = () => {
    reset?.();
    void router.invalidate();
  };
  return (
    <div className={style.place} role="alert">
      <h1>{t(away ? 'crash.unreachable' : 'crash.title')}</h1>
      <p>{t(away ? 'crash.unreachableText' : 'crash.text')}</p>
      <Button leftSection={<IconRefresh size={17} />} onClick={again}>
        {t('crash.again')}
      </Button>
      {!away && (
        <Code block className={style.text}>
          {textOf(error)}
        </Code>
      )}
    </div>
  );
}

/** Where not even the frame could be drawn. */
export function CrashAlone(crash: { error: unknown; reset?: () => void }) {
  return (
    <main>
      <Crash {...crash} />
    </main>
  );
}

const textOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));
