/** A word with its definition: underlined with dots, explained on hover, focus and tap. */
import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import style from './definition.module.css';

export function Definition({ says, children }: { says: ReactNode; children: ReactNode }) {
  return (
    <Tooltip label={says} events={{ hover: true, focus: true, touch: true }} w="max-content">
      <button type="button" className={style.word}>
        {children}
      </button>
    </Tooltip>
  );
}
