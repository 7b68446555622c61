import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';
import { pino } from 'pino';

/** One JSON line an event to standard error, so that standard output belongs to results. */
export function createLogger(level: string): HubLogger {
  return new HubLogger(
    pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: true })),
  );
}

/** Pino as Nest's logger: the first argument is the message or the fields, the last one the context or the message. */
export class HubLogger implements LoggerService {
  constructor(private readonly pino: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  private write(level: 'info' | 'warn' | 'error' | 'debug', message: unknown, rest: unknown[]): void {
    const words = rest.filter((word) => typeof word === 'string').join(' ');
    if (message instanceof Error) this.pino[level]({ err: message }, words || message.message);
    else if (typeof message === 'object' && message !== null) this.pino[level](message, words);
    else this.pino[level](words ? { context: words } : {}, String(message));
  }
}

/** Injection token of the process's logger. */
export const LOGGER = Symbol('logger');
