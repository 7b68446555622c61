import { Transform } from 'class-transformer';

/** `true`, `1`, `yes` and `false`, `0`, `no`; anything else is left for the validator to refuse. */
export const AsBoolean = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => {
    if (typeof value !== 'string') return value;
    if (/^(true|1|yes)$/iu.test(value)) return true;
    return /^(false|0|no)$/iu.test(value) ? false : value;
  });

/** A comma list of words. */
export const AsWords = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',').map((word) => word.trim()) : value));

/** A comma list of numbers. */
export const AsNumbers = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',').map(Number) : value));
