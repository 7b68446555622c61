import { RejectedError } from '#domain/errors.js';

/** Two people edited: whoever came second is told both versions. */
export const staleDuties = (what: string, yours: number, current: number): RejectedError =>
  new RejectedError('DUTY_LIST_STALE', `${what} is at version ${current}, not ${yours}: look at it again`, {
    details: { yours, current },
  });
