import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys of any name, each with a value of the named type. */
export function IsRecordOf(type: 'string' | 'number', options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isRecordOf',
      validator: {
        validate: (value: unknown) => isRecord(value) && Object.values(value).every((item) => typeof item === type),
        defaultMessage: buildMessage((each) => `${each}$property must be keys with a ${type} each`, options),
      },
    },
    options,
  );
}

/** A list of [from, to] times of day, `['08:00', '12:00']`, ascending and not overlapping. */
export function IsWorkingHours(options?: ValidationOptions): PropertyDecorator {
  const isTime = (item: unknown): boolean => typeof item === 'string' && /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/u.test(item);
  const ascends = (times: readonly string[]): boolean => times.every((time, index) => index === 0 || times[index - 1] <= time);
  return ValidateBy(
    {
      name: 'isWorkingHours',
      validator: {
        validate: (value: unknown) =>
          Array.isArray(value) &&
          value.length > 0 &&
          value.every((pair: unknown) => Array.isArray(pair) && pair.length === 2 && pair.every(isTime) && pair[0] < pair[1]) &&
          ascends(value.flat() as string[]),
        defaultMessage: buildMessage((each) => `${each}$property must be ascending pairs like ['08:00', '12:00']`, options),
      },
    },
    options,
  );
}

/** The name of a department or platform in files and addresses. */
export const ID_PATTERN = /^[a-z][a-z0-9-]*$/u;

/** One name, or a list of names. */
export function IsTextSource(options?: ValidationOptions): PropertyDecorator {
  const isName = (item: unknown): boolean => typeof item === 'string' && item !== '';
  return ValidateBy(
    {
      name: 'isTextSource',
      validator: {
        validate: (value: unknown) => isName(value) || (Array.isArray(value) && value.length > 0 && value.every(isName)),
        defaultMessage: buildMessage(
          (each) => `${each}$property must be a column, a template like '{A}·{B}', or a list of columns`,
          options,
        ),
      },
    },
    options,
  );
}
