/** How a room describes its background work. */
import type { Job, JobHandle } from './jobs.ts';
import type { Platform } from './platform.ts';

export interface JobDefinition {
  name: string;
  /** Runs again from the start after a crash, so it must be able to find what is already done. Its value is kept as the result. */
  run(platform: Platform, input: never, job: JobHandle): Promise<unknown>;
  /** Tries after a failure that is not a crash; 0 unless said. */
  retries?: number;
}

/** Keeps the input's type between `run` and the definition's name. */
export function defineJob<Input>(
  definition: Omit<JobDefinition, 'run'> & { run(platform: Platform, input: Input, job: JobHandle): Promise<unknown> },
): JobDefinition {
  return definition as JobDefinition;
}

/** Gives each piece of work the machines it runs on. */
export const onPlatform = (platform: Platform, definitions: readonly JobDefinition[]): Job[] =>
  definitions.map(({ name, retries, run }) => ({ name, retries, run: (input, job) => run(platform, input as never, job) }));
