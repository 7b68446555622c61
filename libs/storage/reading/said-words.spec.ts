import { describe, expect, it } from '@jest/globals';
import { gramsOf, plainText } from './said-words.js';

const shares = (text: string, asked: string): boolean => {
  const grams = gramsOf(plainText(text));
  return gramsOf(plainText(asked)).every((gram) => grams.includes(gram));
};

describe('the grams of a text', () => {
  it('are two neighbours of Chinese and three of letters and digits', () => {
    expect(gramsOf('路灯')).toEqual([(0x8def * 2 ** 21 + 0x706f) % (2 ** 31 - 1)]);
    expect(gramsOf('路灯不亮')).toHaveLength(3);
    expect(gramsOf('gd42')).toHaveLength(2);
    expect(gramsOf('ab')).toEqual([]);
  });

  it('do not reach across spaces and punctuation', () => {
    expect(gramsOf(plainText('路 灯，不。亮、啊'))).toEqual([]);
    expect(gramsOf('路灯 路灯')).toHaveLength(1);
  });

  it.each([
    ['银杏路３号路灯不亮，ＧＤ２０２６', '路灯不亮', true],
    ['银杏路３号路灯不亮，ＧＤ２０２６', '3号', true],
    ['银杏路３号路灯不亮，ＧＤ２０２６', 'gd2026', true],
    ['银杏路３号路灯不亮，ＧＤ２０２６', '路灯 银杏', true],
    ['银杏路３号路灯不亮，ＧＤ２０２６', '灯路', false],
    ['银杏路３号路灯不亮，ＧＤ２０２６', '噪音', false],
  ])('of %s hold those of %s: %s', (text, asked, held) => {
    expect(shares(text, asked)).toBe(held);
  });
});
