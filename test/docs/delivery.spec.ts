import { describe, expect, it } from '@jest/globals';
import { readDocument, readTable } from './document.js';

const promises = readTable(readDocument('docs/delivery.md'), 'promise', 'test', 'its name');

describe('the promises of docs/delivery.md', () => {
  it.each(promises)('%s: is shown by a test that there is', (_, link, name) => {
    const [, path] = /\]\(\.\.\/(\S+)\)$/.exec(link) ?? [];

    expect(readDocument(path).replaceAll('`', '')).toContain(name);
  });
});
