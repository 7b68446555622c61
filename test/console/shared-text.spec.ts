import { describe, expect, it } from '@jest/globals';
import { piecesOf } from '../../apps/console/src/case/shared-text.js';

const marked = (text: string, other: string): string =>
  piecesOf(text, other)
    .map(({ text: piece, isShared }) => (isShared ? `[${piece}]` : piece))
    .join('');

describe('what two reports both say', () => {
  it('is marked in runs of two characters and more', () => {
    expect(marked('银杏路3号路灯不亮', '银杏路路灯坏了')).toBe('[银杏路]3号[路灯]不亮');
  });

  it('is nothing where only single characters meet', () => {
    expect(marked('水管爆了', '路灯不亮')).toBe('水管爆了');
  });

  it('begins with a letter or a digit, never with a sign', () => {
    expect(marked('，请尽快处理。', '急，请尽快处理。')).toBe('，[请尽快处理。]');
  });

  it('is all of a text that stands in the other, and loses nothing of any', () => {
    expect(marked('abc', 'xabcx')).toBe('[abc]');
    expect(marked('', '银杏路')).toBe('');
  });
});
