import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '#config/project-root.js';
import { readDocument, readTable } from './document.js';

interface ConfigClass {
  new (): object;
  readonly variables: Readonly<Record<string, string>>;
}

const isConfigClass = (value: unknown): value is ConfigClass => typeof value === 'function' && 'variables' in value;

async function configClasses(): Promise<ConfigClass[]> {
  const files = readdirSync(join(projectRoot(), 'config')).filter((name) => name.endsWith('.config.ts'));
  const classes: ConfigClass[] = [];
  // One after the other: Jest's module loader mixes up imports that begin at once.
  for (const name of files) {
    const module = (await import(`#config/${name.replace(/ts$/, 'js')}`)) as Record<string, unknown>;
    classes.push(...Object.values(module).filter(isConfigClass));
  }
  return classes;
}

/** A default as the table shows it: folders from the project's root, lists with commas, nothing for what is not set. */
function shown(value: unknown): string {
  const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
  return text.startsWith(projectRoot()) ? relative(projectRoot(), text) : text;
}

describe('README.md', () => {
  it('lists every environment variable of the configuration with its default', async () => {
    const table = readTable(readDocument('README.md'), 'variable', 'default');

    const fields = (await configClasses()).flatMap((shape) => {
      const defaults = new shape() as Readonly<Record<string, unknown>>;
      return Object.entries(shape.variables).map(([field, variable]) => [variable, shown(defaults[field])]);
    });

    expect(table.map(([variable, value]) => [variable, value]).sort()).toEqual(fields.sort());
  });
});
