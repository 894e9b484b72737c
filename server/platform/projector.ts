/** Keeps the warehouse in step while the process runs. */
import { type Projection, project } from './outbox.ts';
import type { Platform } from './platform.ts';

/** How long a change may wait before it is looked for; figures lag by about this much. */
const pauseMs = 500;

export interface Projector {
  /** Finishes the batch at hand. */
  stop(): Promise<void>;
}

export function startProjector(platform: Platform, projections: readonly Projection[]): Projector {
  const stopping = new AbortController();
  const running = keepProjecting(platform, projections, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function keepProjecting(platform: Platform, projections: readonly Projection[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await project(platform, projections);
    } catch (error) {
      // The changes stay in the outbox and are tried again; `/readyz` shows the growing lag.
      platform.log.error({ err: error }, 'projection failed');
    }
    await pause(signal);
  }
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, pauseMs);
    signal.addEventListener('abort', () => resolve(clearTimeout(timer)), { once: true });
  });
}
