import { describe, expect, it } from '@jest/globals';
import { hashNumber } from './hash-number.js';

const pepper = Buffer.from('pepper');
// printf %s 13800001234 | openssl dgst -sha256 -hmac pepper
const OF_13800001234 = 'b7c9d7d53009af9afed85faa3bb2fb4787afc0b39bdc25a33e5c41344bbd0762';

describe('the hash of a number', () => {
  it.each(['+86 138 0000 1234', '13800001234', '138-0000-1234'])('is one however it is written: %s', (phone) => {
    expect(hashNumber(phone, pepper)).toBe(OF_13800001234);
  });

  it('is another under another pepper', () => {
    expect(hashNumber('13800001234', Buffer.from('salt'))).not.toBe(OF_13800001234);
  });

  it('is one for a card however it is written', () => {
    // printf %s 11010519491231002X | openssl dgst -sha256 -hmac pepper
    const hash = '648c14370b6089f75cf811500087162b6d5613541a34f12e9dab13f132e9a056';
    expect(hashNumber('110105 19491231 002x', pepper)).toBe(hash);
    expect(hashNumber('11010519491231002X', pepper)).toBe(hash);
  });

  it.each(['', '12345', '138****1234', '匿名'])('of "%s" is none', (number) => {
    expect(hashNumber(number, pepper)).toBeUndefined();
  });
});
