/** A place to drop files, or to choose them with a click or the keyboard. */
import { Button } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileUpload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import style from './file-drop.module.css';

interface FileDropProps {
  onFiles: (files: File[]) => void;
  /** What may be dropped, in words. */
  hint: ReactNode;
  /** Endings: `['.csv', '.xlsx']`. All files unless given. */
  endings?: readonly string[];
  many?: boolean;
  loading?: boolean;
}

const endsWith = (endings: readonly string[] | undefined) => (file: File | DataTransferItem) =>
  !endings || !('name' in file) || endings.some((ending) => file.name.toLowerCase().endsWith(ending))
    ? null
    : { code: 'file-invalid-type', message: file.name };

export function FileDrop({ onFiles, hint, endings, many, loading }: FileDropProps) {
  const { t } = useTranslation('ui');
  const choose = useRef<() => void>(null);
  return (
    <Dropzone
      openRef={choose}
      onDrop={onFiles}
      validator={endsWith(endings)}
      multiple={many}
      loading={loading}
      activateOnClick={false}
      className={style.drop}
      inputProps={{ 'aria-label': t('file.choose') }}
    >
      <div className={style.inside}>
        <IconFileUpload size={34} stroke={1.3} aria-hidden />
        <strong>{t(many ? 'file.dropMany' : 'file.drop')}</strong>
        <span>{hint}</span>
        <Button variant="default" style={{ pointerEvents: 'all' }} onClick={() => choose.current?.()}>
          {t('file.choose')}
        </Button>
      </div>
    </Dropzone>
  );
}
