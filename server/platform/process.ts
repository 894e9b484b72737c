/** How the process ends: cleanly on the first signal, in words on a failure, and in any case. */

interface Closable {
  close(): Promise<void>;
}

/** Longer than any machine needs to stop; past it something hangs, and the engines recover on the next start. */
const lastResortMs = 20_000;

/** Closes in the given order when the terminal or the service manager asks, once. */
export function closeOnSignal(...parts: readonly Closable[]): void {
  let closing = false;
  const close = async () => {
    if (closing) return;
    closing = true;
    // An ordinary exit would wait for a query that hangs in the engine.
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), lastResortMs).unref();
    process.exit(await closeAll(parts));
  };
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
}

async function closeAll(parts: readonly Closable[]): Promise<0 | 1> {
  try {
    for (const part of parts) await part.close();
    return 0;
  } catch (error) {
    process.stderr.write(`Not everything closed: ${(error as Error).message}\n`);
    return 1;
  }
}

export function explainAndExit(error: Error): never {
  process.stderr.write(`${error.message}\n`);
  if (process.env.LOG_LEVEL === 'debug') process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}
