import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { ConfigFault } from './config-fault.js';
import type { Environment } from './files/interpolate.js';

/** A configuration class: its fields with their defaults, and the environment variable that sets each. */
export interface BoundClass<T extends object> {
  new (): T;
  readonly variables: Readonly<Record<string, string>>;
}

/** Fills a configuration class from the environment; an empty variable counts as not set. */
export function bindVariables<T extends object>(shape: BoundClass<T>, env: Environment, faults: ConfigFault[]): T {
  const set = Object.entries(shape.variables).filter(([, variable]) => env[variable] !== undefined && env[variable] !== '');
  const instance = plainToInstance(shape, Object.fromEntries(set.map(([field, variable]) => [field, env[variable]])));
  for (const error of validateSync(instance)) {
    const variable = shape.variables[error.property] ?? error.property;
    // the last one is the topmost decorator, the type: a value of a wrong type breaks every other rule too
    const message = Object.values(error.constraints ?? {}).at(-1);
    if (message !== undefined)
      faults.push({ file: 'environment', path: variable, message: message.replaceAll(error.property, 'it') });
  }
  return instance;
}
