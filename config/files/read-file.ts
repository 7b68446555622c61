import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { YamlFile, YamlPath } from './yaml-file.js';

function report(file: YamlFile, error: ValidationError, above: YamlPath): void {
  const step = /^\d+$/u.test(error.property) ? Number(error.property) : error.property;
  const path = [...above, step];
  // the last one is the topmost decorator, the type: a value of a wrong type breaks every other rule too
  const [rule, message] = Object.entries(error.constraints ?? {}).at(-1) ?? [];
  if (rule === 'whitelistValidation') file.faultKey(path, 'this key is not known here: remove it or correct its spelling');
  else if (message !== undefined) file.fault(path, message);
  for (const child of error.children ?? []) report(file, child, path);
}

/** The content of a file as an instance of its class, or `undefined` after every wrong type, missing and unknown key was reported. */
export function readFile<T extends object>(file: YamlFile, shape: ClassConstructor<T>): T | undefined {
  const content = file.content;
  if (content === undefined) return undefined;
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    file.fault([], 'the file must hold keys and values at its top');
    return undefined;
  }
  const instance = plainToInstance(shape, content);
  const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true });
  for (const error of errors) report(file, error, []);
  return errors.length === 0 ? instance : undefined;
}
