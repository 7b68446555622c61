import type { TimeLimit, TimeUnit } from '#domain/deadline/deadline-policy.js';

/** An amount and a unit, e.g. `4 working-hour`. */
export const LIMIT_PATTERN = /^(\d+(?:\.\d+)?) (urgent-hour|working-hour|working-day|natural-day)$/u;

/** The limit a text names; `undefined` where it names none. */
export function readLimit(text: string): TimeLimit | undefined {
  const [, amount, unit] = LIMIT_PATTERN.exec(text) ?? [];
  return amount === undefined ? undefined : { amount: Number(amount), unit: unit as TimeUnit };
}
