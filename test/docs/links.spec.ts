import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '#config/project-root.js';
import { readDocument } from './document.js';

const below = (folder: string): string[] =>
  readdirSync(join(projectRoot(), folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));

const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  ...below('docs'),
  ...below('config'),
  'apps/city/PLATFORMS.md',
];

/** Targets of `[text](target)` inside the project. */
const linksOf = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target).filter((target) => !/^([a-z]+:|#)/.test(target));

describe.each(documents)('%s', (document) => {
  it('links only to what exists', () => {
    const home = join(projectRoot(), dirname(document));

    const broken = linksOf(readDocument(document)).filter((target) => !existsSync(join(home, target.replace(/#.*$/, ''))));

    expect(broken).toEqual([]);
  });
});
