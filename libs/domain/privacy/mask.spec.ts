import { describe, expect, it } from '@jest/globals';
import { maskMail, maskName, maskNumber } from './mask.js';

describe('masking', () => {
  it.each([
    ['王小明', '王**'],
    ['欧阳明日', '欧***'],
    ['𠮷田', '𠮷*'],
    ['王', '*'],
    ['', ''],
  ])('hides the name %s as %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it.each([
    ['13800001234', '138****1234'],
    ['0755-88881234', '075******1234'],
    ['88881234', '********'],
    ['', ''],
  ])('hides the number %s as %s', (number, masked) => {
    expect(maskNumber(number)).toBe(masked);
  });

  it.each([
    ['zhang@qq.com', 'z****@qq.com'],
    ['z@qq.com', 'z*@qq.com'],
  ])('hides the address %s as %s', (mail, masked) => {
    expect(maskMail(mail)).toBe(masked);
  });
});
