import type { LoggerService } from '@nestjs/common';
import type { DestinationStream, Logger, LoggerOptions } from 'pino';
import { pino } from 'pino';
import { hideIdentities } from '#domain/privacy/hide-identities.js';

/** Fields that are never written, wherever they stand. */
const SECRETS = ['authorization', 'cookie', 'password', 'secret', 'token'].flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/**
 * One JSON line an event to standard error, so that standard output belongs to results. Persons are masked in the finished
 * line, so in messages, fields, errors and their stacks alike; `into` takes the lines elsewhere.
 */
export function createLogger(level: string, into: DestinationStream = pino.destination({ dest: 2, sync: true })): HubLogger {
  const settings: LoggerOptions = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRETS, censor: '***' },
    hooks: { streamWrite: (line) => hideIdentities(line) },
  };
  return new HubLogger(pino(settings, into));
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
