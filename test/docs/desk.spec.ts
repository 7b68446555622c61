import { describe, expect, it } from '@jest/globals';
import type { FilterEntry } from '#storage/reading/case-filters.js';
import { CASE_FILTERS, FILTER_NAMES } from '#storage/reading/case-filters.js';
import { CASE_SORT_NAMES, CASE_SORTS } from '#storage/reading/case-sorts.js';
import { readDocument, readTable } from './document.js';

const KINDS = { words: '列表', names: '名称列表', text: '文字', flag: 'true/false', least: '整数', instant: '时间' };
const valuesOf = (entry: FilterEntry): string => [KINDS[entry.kind], ...(entry.kind === 'words' ? entry.values : [])].join(' ');
const document = readDocument('docs/desk.md');

describe('docs/desk.md', () => {
  it('gives every filter as the code has it', () => {
    const filters = FILTER_NAMES.map((name) => [name, CASE_FILTERS[name].label, valuesOf(CASE_FILTERS[name])]);

    expect(readTable(document, '参数', '含义')).toEqual(filters);
  });

  it('gives every order', () => {
    expect(readTable(document, '排序', '含义')).toEqual(CASE_SORT_NAMES.map((name) => [name, CASE_SORTS[name].label]));
  });
});
