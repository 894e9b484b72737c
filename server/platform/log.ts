/** Structured logs on standard error. Rooms log ids and counts, never names, addresses or message texts. */
import { type Logger, pino } from 'pino';

export type Log = Logger;

export function openLog(level: string = process.env.LOG_LEVEL || 'info'): Log {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['*.email', '*.phone', '*.name', '*.password', '*.token', 'req.headers.authorization', 'req.headers.cookie'],
    },
    pino.destination(2),
  );
}
