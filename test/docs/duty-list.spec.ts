import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkDuties } from '#apps/hub/commands/duty-check.js';
import { projectRoot } from '#config/project-root.js';
import { readDocument } from './document.js';

const document = readDocument('docs/duty-list.md');
const example = join(projectRoot(), 'config', 'example');

describe('docs/duty-list.md', () => {
  it('gives the size of the default list', () => {
    const { classes, subClasses, items, leads } = checkDuties(example, {}).counts;
    expect(document).toContain(
      `${classes} classes (大类), ${subClasses} sub-classes (小类), ${items} items (事项), led by ${leads} departments`,
    );
  });

  it('speaks of commands as the README does', () => {
    const commands = [...document.matchAll(/npm run hub -- duty ([a-z]+)/g)].map(([, command]) => command);
    const known = [...readDocument('README.md').matchAll(/npm run hub -- duty ([a-z]+)/g)].map(([, command]) => command);
    expect([...new Set(commands)].sort()).toEqual([...new Set(known)].sort());
  });
});

describe('config/example/README.md', () => {
  it('names every file and folder of the example', () => {
    const named = [...readDocument('config/example/README.md').matchAll(/`([a-z-]+(?:\.yaml|\/))`/g)].map(([, name]) => name);
    const there = readdirSync(example, { withFileTypes: true })
      .filter(({ name }) => name !== 'README.md')
      .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
    expect([...new Set(named)].sort()).toEqual(there.sort());
  });
});
