/** A moment as people say it ("3 hours ago"), exact on hover; and exact where exactness matters. */
import { Tooltip } from '@mantine/core';
import type { Moment as MomentValue } from '../app/formats.ts';
import { useFormats } from '../app/use-formats.ts';
import { useNow } from '../app/use-now.ts';

const iso = (at: MomentValue) => (at instanceof Date ? at.toISOString() : String(at));

/** Relative; the exact date and time are one hover away. */
export function Ago({ at }: { at: MomentValue }) {
  const { relative, dateTime } = useFormats();
  const now = useNow();
  return (
    <Tooltip label={dateTime(at)}>
      <time dateTime={iso(at)}>{relative(at, now, 'short')}</time>
    </Tooltip>
  );
}

/** `22.11.2026 14:32`; how long ago is on hover. */
export function At({ at }: { at: MomentValue }) {
  const { relative, dateTime } = useFormats();
  return (
    <Tooltip label={relative(at)}>
      <time dateTime={iso(at)} className="figures">
        {dateTime(at)}
      </time>
    </Tooltip>
  );
}
