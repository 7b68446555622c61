import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES } from '#domain/error-codes.js';
import { readDocument } from './document.js';

describe('docs/errors.md', () => {
  it('explains every error code, in the catalogue’s order and beginning with its sentence', () => {
    const sections = readDocument('docs/errors.md').split(/^## /m).slice(1);

    const explained = sections.map((section) => section.split(/\n+/).slice(0, 2));

    expect(explained).toEqual(Object.entries(ERROR_CODES));
  });

  it('says of every code who acts', () => {
    const sections = readDocument('docs/errors.md').split(/^## /m).slice(1);

    const silent = sections.filter((section) => !/^\*\*\S/m.test(section)).map((section) => section.split('\n')[0]);

    expect(silent).toEqual([]);
  });
});
