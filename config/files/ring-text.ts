import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';
import type { Ring } from '#domain/reference/reference.js';

const CORNER = /^-?\d+(?:\.\d+)? +-?\d+(?:\.\d+)?$/u;
const cornersOf = (text: string): string[] => text.split(',').map((corner) => corner.trim());

/** Corners as `longitude latitude`, parted by commas, as between the brackets of a WKT polygon. */
export function IsRingText(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isRingText',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && cornersOf(value).every((corner) => CORNER.test(corner)),
        defaultMessage: buildMessage(
          (each) => `${each}$property must be corners like '120.30 36.05, 120.31 36.05, …': longitude, a blank, latitude`,
          options,
        ),
      },
    },
    options,
  );
}

/** The ring of a text that `IsRingText` let pass. */
export const readRing = (text: string): Ring =>
  cornersOf(text).map((corner) => {
    const [longitude, latitude] = corner.split(/ +/u).map(Number);
    return [longitude, latitude];
  });
