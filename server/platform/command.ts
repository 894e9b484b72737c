/** How a room's command runs: it gets open machines and returns its result, which is printed as JSON or as `tell` puts it. */
import type { Platform } from './platform.ts';

export type RunCommand = <Result>(work: (platform: Platform) => Promise<Result>, tell: (result: Result) => string) => Promise<void>;
