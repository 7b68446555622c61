import { IsIn } from 'class-validator';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What is logged. */
export class LogConfig {
  static readonly variables = { level: 'HUB_LOG_LEVEL' };

  @IsIn(LOG_LEVELS)
  level: LogLevel = 'info';
}
