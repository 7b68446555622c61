import { describe, expect, it } from '@jest/globals';
import { hashPhone, normalisePhone } from './phone.js';

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
    expect(hashPhone(phone, Buffer.from('pepper'))).toBeUndefined();
  });

  it('has one hash however it is written', () => {
    const pepper = Buffer.from('pepper');
    // printf %s 13800001234 | openssl dgst -sha256 -hmac pepper
    expect(hashPhone('+86 138 0000 1234', pepper)).toBe('b7c9d7d53009af9afed85faa3bb2fb4787afc0b39bdc25a33e5c41344bbd0762');
    expect(hashPhone('13800001234', pepper)).toBe('b7c9d7d53009af9afed85faa3bb2fb4787afc0b39bdc25a33e5c41344bbd0762');
  });

  it('has another hash under another pepper', () => {
    expect(hashPhone('13800001234', Buffer.from('salt'))).not.toBe(
      'b7c9d7d53009af9afed85faa3bb2fb4787afc0b39bdc25a33e5c41344bbd0762',
    );
  });
});
