import { describe, expect, it } from '@jest/globals';
import { safeCell } from './safe-cell.js';

describe('a cell of an export', () => {
  it.each([
    ['=HYPERLINK("http://x","看")', `'=HYPERLINK("http://x","看")`],
    ['+861234', `'+861234`],
    ['-1+1', `'-1+1`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['\t=1', `'\t=1`],
    ['\r=1', `'\r=1`],
    ['\n=1', `'\n=1`],
    ['＝1', `'＝1`],
    ['路灯不亮=三天', '路灯不亮=三天'],
    ['', ''],
  ])('of %j is %j', (text, cell) => {
    expect(safeCell(text)).toBe(cell);
  });
});
