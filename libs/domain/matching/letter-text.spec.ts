import { describe, expect, it } from '@jest/globals';
import { plainText } from './letter-text.js';

describe('plainText', () => {
  it('takes the greeting, the plea and the thanks out of a letter', () => {
    expect(plainText('尊敬的领导，您好！建国路积水，请相关部门尽快处理，谢谢！')).toBe('建国路积水');
  });

  it('writes full-width letters and digits in one form and punctuation as a blank', () => {
    expect(plainText('Ａ座１２层，电梯（坏了）')).toBe('a座12层 电梯 坏了');
  });

  it('cuts a text of 100 kB', () => {
    expect(plainText('水'.repeat(100_000))).toHaveLength(6_800);
  });
});
