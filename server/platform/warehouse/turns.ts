/** Shares a few things that each serve one at a time, first come first served. */
import { setTimeout as pause } from 'node:timers/promises';

export interface Turns<T> {
  /**
   * Waits for a free one, gives it to `work`, and takes it back.
   * @throws Error once `close` was called
   */
  run<Result>(work: (one: T) => Promise<Result>): Promise<Result>;
  /** Refuses everybody from now on and calls `interrupt` until nobody is at work: work that just begins cannot be interrupted yet. */
  close(interrupt: () => Promise<unknown>): Promise<void>;
}

export function takeTurns<T>(all: readonly T[]): Turns<T> {
  const free = [...all];
  const waiting: (() => void)[] = [];
  let closed = false;

  const take = async (): Promise<T> => {
    for (;;) {
      if (closed) throw new Error('closed');
      const one = free.pop();
      if (one !== undefined) return one;
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };

  const giveBack = (one: T) => {
    free.push(one);
    waiting.shift()?.();
  };

  return {
    run: async (work) => {
      const one = await take();
      try {
        return await work(one);
      } finally {
        giveBack(one);
      }
    },
    close: async (interrupt) => {
      closed = true;
      for (const wake of waiting.splice(0)) wake();
      while (free.length < all.length) {
        await interrupt();
        await pause(10);
      }
    },
  };
}
