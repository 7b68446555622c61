import type { ArgumentMetadata, ValidationError } from '@nestjs/common';
import { ValidationPipe } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import type { FoundFault } from './fault-words.js';
import { RequestInvalid } from './request-invalid.js';
import { unusableIn } from './unusable-values.js';

/** Checks a request's fields at the door; what is wrong is told field by field. */
export const requestPipe = (): ValidationPipe =>
  new RequestPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    exceptionFactory: refusalOf,
    // The target names the class whose rules say what the limits are; it goes no further.
    validationError: { target: true, value: false },
  });

/** Before any rule of a field: whatever no table could keep, wherever it stands. */
class RequestPipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'custom') {
      const fault = unusableIn(value, metadata.data ?? '');
      if (fault) throw new RequestInvalid([fault]);
    }
    return super.transform(value, metadata);
  }
}

const refusalOf = (errors: ValidationError[]): RequestInvalid =>
  new RequestInvalid(errors.flatMap((error) => faultsOf(error, error.property)));

function faultsOf(error: ValidationError, field: string): FoundFault[] {
  const own = Object.entries(error.constraints ?? {}).map(([code, english]) => ({
    field,
    code,
    english,
    limits: limitsOf(error, code),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, `${field}.${child.property}`))];
}

/** The values a check was declared with, as `[200]` of `@Max(200)`. */
function limitsOf({ target, property }: ValidationError, check: string): readonly unknown[] {
  if (!target) return [];
  const storage = getMetadataStorage();
  const rules = storage.getTargetValidationMetadatas(target.constructor, '', true, false);
  const rule = rules.find(({ propertyName, name }) => propertyName === property && name === check);
  return (rule?.constraints ?? []) as readonly unknown[];
}
