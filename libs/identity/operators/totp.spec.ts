import { describe, expect, it } from '@jest/globals';
import { hashRecoveryCode, looksLikeRecoveryCode, newRecoveryCodes } from './recovery-codes.js';
import { offerFactor, stepOf } from './totp.js';

/** RFC 6238, appendix B: the secret "12345678901234567890", and the last six of the eight digits it lists. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1000);

describe('a code of the second factor', () => {
  it.each([
    [59, '287082', 1],
    [1111111109, '081804', 37037036],
    [1234567890, '005924', 41152263],
    [20000000000, '353130', 666666666],
  ])('is right at second %d', (second, code, step) => {
    expect(stepOf(code, SECRET, at(second), undefined)).toBe(step);
  });

  it('may be one step early or late, and no more', () => {
    expect(stepOf('287082', SECRET, at(89), undefined)).toBe(1);
    expect(stepOf('287082', SECRET, at(29), undefined)).toBe(1);
    expect(stepOf('287082', SECRET, at(90), undefined)).toBeUndefined();
  });

  it('is right once', () => {
    expect(stepOf('287082', SECRET, at(59), 0)).toBe(1);
    expect(stepOf('287082', SECRET, at(59), 1)).toBeUndefined();
    expect(stepOf('287082', SECRET, at(59), 2)).toBeUndefined();
  });

  it.each(['287083', '', 'abcdef'])('is wrong as "%s"', (code) => {
    expect(stepOf(code, SECRET, at(59), undefined)).toBeUndefined();
  });

  it('is offered as an authenticator reads it', () => {
    const { secret, uri } = offerFactor('李 明');
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(uri).toBe(
      `otpauth://totp/%E6%B1%87%E6%B5%81:%E6%9D%8E%20%E6%98%8E?issuer=%E6%B1%87%E6%B5%81&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    );
  });
});

describe('recovery codes', () => {
  it('are ten, each another, and can be read aloud', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}$/);
    expect(codes.every(looksLikeRecoveryCode)).toBe(true);
    expect(looksLikeRecoveryCode('287082')).toBe(false);
  });

  it('are the same however they are typed', () => {
    expect(hashRecoveryCode(' abcd efgh-IJKL mn27 ')).toBe(hashRecoveryCode('ABCD-EFGH-IJKL-MN27'));
    expect(hashRecoveryCode('ABCD-EFGH-IJKL-MN26')).not.toBe(hashRecoveryCode('ABCD-EFGH-IJKL-MN27'));
  });
});
