import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { Fault } from '#domain/ports/platform-adapter.js';
import { ADAPTERS } from './adapters.js';

/** What an adapter's own class says of the settings of one platform; empty when they will do. */
export function checkSettings(kind: string, settings: Readonly<Record<string, unknown>>): readonly Fault[] {
  const found = Object.hasOwn(ADAPTERS, kind) ? ADAPTERS[kind] : undefined;
  if (!found)
    return [{ field: 'kind', message: `there is no platform kind "${kind}"; the kinds are ${Object.keys(ADAPTERS).join(', ')}` }];
  const errors = validateSync(plainToInstance(found.settings, settings), { whitelist: true, forbidNonWhitelisted: true });
  return errors.flatMap(({ property, constraints }) =>
    Object.values(constraints ?? {}).map((message) => ({ field: property, message })),
  );
}
