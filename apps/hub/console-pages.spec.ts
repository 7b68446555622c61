import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '#config/project-root.js';
import { CONSOLE_PAGES } from './console-pages.js';

describe('the pages that the hub serves', () => {
  it('are those of the console, so that a reload finds each of them', () => {
    const router = readFileSync(join(projectRoot(), 'apps/console/src/router.ts'), 'utf8');
    const paths = [...router.matchAll(/path: '\/?([a-z-]+)/g)].map(([, first]) => first);
    expect([...new Set(paths)].sort()).toEqual([...CONSOLE_PAGES].sort());
  });
});
