import { describe, expect, it } from '@jest/globals';
import { normalisePhone } from './phone.js';

describe('a telephone number', () => {
  it.each([
    ['13800001234', '13800001234'],
    ['+86 138-0000-1234', '13800001234'],
    ['8613800001234', '13800001234'],
    ['0086 13800001234', '13800001234'],
    ['１３８００００１２３４', '13800001234'],
    ['0755-8888 1234', '075588881234'],
    ['+86 0755 8888 1234', '075588881234'],
    ['86881234', '86881234'],
    ['400-123-4567', '4001234567'],
  ])('%s is %s', (phone, digits) => {
    expect(normalisePhone(phone)).toBe(digits);
  });

  it.each(['', '无', '12345', '00000000000', '138****1234', '138xxxx1234', '匿名'])('"%s" tells nobody apart', (phone) => {
    expect(normalisePhone(phone)).toBeUndefined();
  });
});
