import type { ValidationError } from '@nestjs/common';
import { ValidationPipe } from '@nestjs/common';
import { RejectedError } from '#domain/errors.js';

/** Checks a request's fields at the door; what is wrong is told field by field. */
export const requestPipe = (): ValidationPipe =>
  new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true, exceptionFactory: refusalOf });

function refusalOf(errors: ValidationError[]): RejectedError {
  const faults = errors.flatMap((error) => faultsOf(error, error.property));
  const message = faults.map(([field, fault]) => `${field}: ${fault}`).join('; ');
  return new RejectedError('REQUEST_INVALID', message, { details: Object.fromEntries(faults) });
}

function faultsOf(error: ValidationError, field: string): [string, string][] {
  const own = Object.values(error.constraints ?? {}).map((fault): [string, string] => [field, fault]);
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, `${field}.${child.property}`))];
}
