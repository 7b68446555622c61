import { RejectedError } from '#domain/errors.js';

const CODES = { 400: 'REQUEST_INVALID', 403: 'FORBIDDEN', 404: 'NOT_FOUND' } as const;

/** A request we cannot serve, with the status that GeoReport has for it. */
export class Open311Refusal extends RejectedError {
  constructor(
    readonly status: keyof typeof CODES,
    description: string,
  ) {
    super(CODES[status], description);
  }
}
