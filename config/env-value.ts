import { Transform } from 'class-transformer';

/** A comma list of words. */
export const AsWords = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',').map((word) => word.trim()) : value));

/** A comma list of numbers. */
export const AsNumbers = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',').map(Number) : value));
