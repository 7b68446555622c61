import { createCipheriv, createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { decryptBody, encryptBody } from './sm4-body.js';

const KEY = '0123456789abcdeffedcba9876543210';
const IV = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');
const TEXT = '{"a":"望江路"}';
// printf '%s' TEXT | openssl enc -sm4-cbc|-sm4-ecb -K KEY [-iv IV] -base64, OpenSSL 3.0.19
const CBC = '6YxbSDJPsWlTj8q9tEuanT+jweflMzsKo4DxbX8cK5s=';
const ECB = 'aOzolfaNM98jSWEGw7QwttV6rHnNFZxscBhNqD5YSLg=';
const IV_AND_CBC = Buffer.concat([IV, Buffer.from(CBC, 'base64')]).toString('base64');

const textOf = (bytes: Uint8Array | undefined): string | undefined => bytes && Buffer.from(bytes).toString('utf8');

describe('bodies under SM4', () => {
  it('are what OpenSSL makes of them', () => {
    expect(encryptBody('sm4-cbc', KEY, TEXT, IV)).toBe(IV_AND_CBC);
    expect(encryptBody('sm4-ecb', KEY, TEXT)).toBe(ECB);
  });

  it('come back as they were', () => {
    expect(textOf(decryptBody('sm4-cbc', KEY, IV_AND_CBC))).toBe(TEXT);
    expect(textOf(decryptBody('sm4-ecb', KEY, ECB))).toBe(TEXT);
  });

  it('begin with other random bytes each time', () => {
    expect(encryptBody('sm4-cbc', KEY, TEXT)).not.toBe(encryptBody('sm4-cbc', KEY, TEXT));
  });

  it.each([
    ['another key', 'fedcba98765432100123456789abcdef', IV_AND_CBC],
    ['a block that is missing', KEY, Buffer.from(IV_AND_CBC, 'base64').subarray(0, 40).toString('base64')],
    ['too few bytes', KEY, 'AAAA'],
    ['nothing', KEY, ''],
  ])('are refused with %s', (_what, key, body) => {
    expect(decryptBody('sm4-cbc', key, body)).toBeUndefined();
  });
});

describe('the national algorithms of this Node', () => {
  it('agree with the examples of the standards', () => {
    // GB/T 32905-2016 A.1 and GB/T 32907-2016 A.1
    expect(createHash('sm3').update('abc').digest('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
    const block = createCipheriv('sm4-ecb', Buffer.from(KEY, 'hex'), null).setAutoPadding(false);
    expect(block.update(KEY, 'hex', 'hex')).toBe('681edf34d206965e86b3e94f536e4246');
  });
});
