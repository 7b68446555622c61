import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const at = (...parts) => join(ROOT, ...parts);

/** A failure that one line explains. */
export class HouseError extends Error {
  name = 'HouseError';
}

/** On stderr: what a command prints for programs must stay alone on stdout. */
export const say = (line) => process.stderr.write(`huiliu: ${line}\n`);
