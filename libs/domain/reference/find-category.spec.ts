import { describe, expect, it } from '@jest/globals';
import { as, type CategoryCode } from '../ids.js';
import { findCategory } from './find-category.js';

const mappings = new Map([
  ['hotline@1', new Map([['城乡建设/市政设施', as<CategoryCode>('E0113')]])],
  ['gb@2', new Map([['S01', as<CategoryCode>('A0101')]])],
]);

describe('findCategory', () => {
  it('reads a code in its own code system only', () => {
    expect(findCategory(mappings, { system: 'gb@2', code: 'S01' })).toBe('A0101');
    expect(findCategory(mappings, { system: 'hotline@1', code: 'S01' })).toBe('UNCLASSIFIED');
  });

  it('falls back to the name where the code is not known', () => {
    expect(findCategory(mappings, { system: 'hotline@1', code: '0417', name: '城乡建设/市政设施' })).toBe('E0113');
  });

  it('overlooks full-width forms, blanks and case', () => {
    expect(findCategory(mappings, { system: 'gb@2', code: ' ｓ０１　' })).toBe('A0101');
    expect(findCategory(mappings, { system: 'hotline@1', code: '城乡建设／市政设施' })).toBe('E0113');
  });

  it('leaves what it does not know unclassified', () => {
    expect(findCategory(mappings, { system: 'nowhere@1', code: 'S01' })).toBe('UNCLASSIFIED');
    expect(findCategory(mappings, undefined)).toBe('UNCLASSIFIED');
  });
});
