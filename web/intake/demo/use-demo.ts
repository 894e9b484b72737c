/** How the demo shop stands, asked often while it is being made or removed. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useApi } from '../../api-hooks.ts';
import type { AnswerOf } from '../../api-types.ts';

export type Demo = AnswerOf<'GET /demo'>;

const isMoving = (demo: Demo | undefined) => demo?.state === 'loading' || demo?.state === 'removing';

export function useDemo(): Demo | undefined {
  const cache = useQueryClient();
  const { data } = useApi('GET /demo', {}, { every: (demo) => (isMoving(demo) ? 1500 : 60_000), freshFor: 30_000 });
  const moving = useRef(false);
  // When it is there, or gone, every figure on every screen is another one.
  useEffect(() => {
    if (moving.current && !isMoving(data)) void cache.invalidateQueries();
    moving.current = isMoving(data);
  }, [data, cache]);
  return data;
}
