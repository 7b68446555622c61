import { IsOptional, Matches, type ValidationOptions } from 'class-validator';
import type { TimeLimit, TimeUnit } from '#domain/deadline/deadline-policy.js';

/** An amount and a unit, e.g. `4 working-hour`. */
const LIMIT = /^(\d+(?:\.\d+)?) (urgent-hour|working-hour|working-day|natural-day)$/u;

export const IsLimit = (options?: Pick<ValidationOptions, 'each'>): PropertyDecorator =>
  Matches(LIMIT, {
    ...options,
    message: `${options?.each ? 'each of ' : ''}$property must be an amount and a unit (urgent-hour, working-hour, working-day, natural-day), e.g. '4 working-hour'`,
  });

export const IsOptionalLimit = (): PropertyDecorator => (target, key) => {
  IsOptional()(target, key);
  IsLimit()(target, key);
};

/** The limit a text names; `undefined` where it names none. */
export function readLimit(text: string): TimeLimit | undefined {
  const [, amount, unit] = LIMIT.exec(text) ?? [];
  return amount === undefined ? undefined : { amount: Number(amount), unit: unit as TimeUnit };
}
