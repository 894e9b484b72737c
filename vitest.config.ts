/** How the tests that need no browser run: beside the code, in separate processes, over one PostgreSQL for the whole run. */
import { defineConfig } from 'vitest/config';

// Must be set before a process starts: the warehouse holds a thread of this pool for every running query.
process.env.UV_THREADPOOL_SIZE ??= '16';

export default defineConfig({
  test: {
    include: ['{contract,server,web,tests,bench,scripts,tools}/**/*.test.{ts,tsx}'],
    globalSetup: 'tests/rig/cluster.ts',
    // The warehouse engine crashes in worker threads.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    unstubEnvs: true,
    restoreMocks: true,
  },
});
