import { describe, expect, it } from '@jest/globals';
import { hashSessionToken, newSessionToken } from './session-token.js';

describe('a session token', () => {
  it('is found again by its hash', () => {
    const { token, hash } = newSessionToken();
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(hashSessionToken(token)).toBe(hash);
  });

  it('is another one each time', () => {
    expect(newSessionToken().token).not.toBe(newSessionToken().token);
  });

  it('is stored as its SHA-256', () => {
    expect(hashSessionToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
