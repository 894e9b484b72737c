/** Which rows of equal height a scrolled box shows, counted in blocks so that scrolling rarely draws anew. */

import type { RefObject } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';

const block = 8;
const headHeight = 34;

export interface VisibleRows {
  scroller: RefObject<HTMLDivElement | null>;
  /** First row to draw, and the one after the last. */
  from: number;
  to: number;
  /** Scrolls as little as needed for a row to be seen whole. */
  reveal(index: number): void;
}

export function useVisibleRows(count: number, height: number): VisibleRows {
  const scroller = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState(0);
  const [fit, setFit] = useState(40);
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const look = () => {
      setFirst(Math.floor(box.scrollTop / height / block) * block);
      setFit(Math.ceil(box.clientHeight / height));
    };
    const watch = new ResizeObserver(look);
    watch.observe(box);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      watch.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, [height]);
  const reveal = useCallback(
    (index: number) => {
      const box = scroller.current;
      if (!box) return;
      const top = index * height;
      const under = top + height + headHeight - box.clientHeight;
      if (top < box.scrollTop) box.scrollTop = top;
      else if (under > box.scrollTop) box.scrollTop = under;
    },
    [height],
  );
  return { scroller, from: Math.max(0, Math.min(first, count) - block), to: Math.min(count, first + fit + 2 * block), reveal };
}
