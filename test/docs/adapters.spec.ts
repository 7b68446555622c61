import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { format, resolveConfig } from 'prettier';
import { adaptersPage } from '#adapters/contract/adapters-page.js';
import { loadKinds } from '#adapters/contract/load-kinds.js';
import { projectRoot } from '#config/project-root.js';
import { docsAreWritten } from '#test/support/docs-are-written.js';
import { readDocument } from './document.js';

const PAGE = join(projectRoot(), 'docs/adapters.md');

describe('docs/adapters.md', () => {
  it('says of every kind what it can do, what it is told, and which cases it leaves out (write it with WRITE_DOCS=1)', async () => {
    const subjects = [...(await loadKinds()).values()].flatMap((subject) => (subject instanceof Error ? [] : [subject]));
    const page = await format(adaptersPage(subjects), { ...(await resolveConfig(PAGE)), filepath: PAGE });
    if (docsAreWritten()) writeFileSync(PAGE, page);

    expect(readDocument('docs/adapters.md')).toBe(page);
  });
});
