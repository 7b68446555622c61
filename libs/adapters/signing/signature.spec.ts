import { describe, expect, it } from '@jest/globals';
import { isSignature, signatureOf } from './signature.js';
import type { Signature } from './signature.js';

const TEXT = '1795320000n-1{"a":"望江路"}';

describe('signatures', () => {
  // computed by `printf '%s' TEXT | openssl dgst -md5` (with the secret behind it) and `… -sha256|-sm3 -hmac SECRET`, OpenSSL 3.0.19
  it.each([
    ['md5', 'sesame', TEXT, '11c2e37a5f419b2f8b5c050c7acdff13'],
    ['md5', 'sesame-portal', 'huiliu{"lastItem":"","pageSize":50}', 'b5795f8618edc56b57fdea36c5e911fc'],
    ['hmac-sha256', 'sesame', TEXT, '8bf2bad06d6dacfdd2d43349eaccc1f0a11f8ef42a59c91207dd1faa587d97a9'],
    [
      'hmac-sha256',
      'sesame-grid-push',
      '1795320000.{"events":[]}',
      '6f3ea151e2e43dfab1b740575b703df2e9dc81dba51e6e1079ef1841a44ef237',
    ],
    ['hmac-sm3', 'sesame', TEXT, '02b809dce61b2990d509ba591f6f80a779dd6435a86ae17c7cdef4c43d9a3efe'],
    [
      'hmac-sm3',
      'sesame-grid-push',
      '1795320000.{"events":[]}',
      'd253433def77dc2945d0b11944090e18491f53ee7fdfc2f157c5939840f8760e',
    ],
    // published: RFC 1321 A.5 and RFC 4231 test case 2
    ['md5', '', 'abc', '900150983cd24fb0d6963f7d28e17f72'],
    ['hmac-sha256', 'Jefe', 'what do ya want for nothing?', '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
  ] as [Signature, string, string, string][])('%s under %j of %j', (signature, secret, text, hex) => {
    expect(signatureOf(signature, secret, text).toString('hex')).toBe(hex);
  });

  it('takes its text in parts, bytes among them', () => {
    const whole = signatureOf('hmac-sm3', 'sesame', TEXT);
    expect(signatureOf('hmac-sm3', 'sesame', '1795320000', 'n-1', Buffer.from('{"a":"望江路"}'))).toEqual(whole);
  });

  it('is written in base64 by some', () => {
    expect(signatureOf('hmac-sha256', 'sesame', TEXT).toString('base64')).toBe('i/K60G1trP3S1DNJ6szB8KEfjvQqWckSB90fqlh9l6k=');
    expect(signatureOf('hmac-sm3', 'sesame', TEXT).toString('base64')).toBe('ArgJ3OYbKZDVCbpZH2+Ap3ndZDWoauF8fN70xD2aPv4=');
  });
});

describe('verification', () => {
  const expected = Buffer.from('11c2e37a5f419b2f8b5c050c7acdff13', 'hex');

  it.each(['11c2e37a5f419b2f8b5c050c7acdff13', '11C2E37A5F419B2F8B5C050C7ACDFF13'])('accepts %s', (given) => {
    expect(isSignature(expected, given)).toBe(true);
  });

  it.each([
    '',
    '11c2e37a5f419b2f8b5c050c7acdff14',
    '11c2e37a5f419b2f8b5c050c7acdff',
    '11c2e37a5f419b2f8b5c050c7acdff1300',
    '11c2e37a5f419b2f8b5c050c7acdff13zz',
    'zzc2e37a5f419b2f8b5c050c7acdff13',
  ])('refuses %j', (given) => {
    expect(isSignature(expected, given)).toBe(false);
  });
});
