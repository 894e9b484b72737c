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
    setTimeout(() => process.exit(1), lastResortMs).unref();
    for (const part of parts) await part.close();
    process.exit(0);
  };
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
}

export function explainAndExit(error: Error): never {
  process.stderr.write(`${error.message}\n`);
  if (process.env.LOG_LEVEL === 'debug') process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}
