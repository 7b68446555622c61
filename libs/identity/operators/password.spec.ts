import { scryptSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { hashPassword, isOutdated, verifyPassword } from './password.js';

/** As it was stored before argon2id. */
function oldHash(password: string): string {
  const salt = Buffer.alloc(16, 7);
  const hash = scryptSync(password, salt, 32, { N: 1024, r: 8, p: 1 });
  return `$scrypt$ln=10,r=8,p=1$${salt.toString('base64').slice(0, 22)}$${hash.toString('base64').slice(0, 43)}`;
}

describe('a password', () => {
  it('is told from another', async () => {
    const stored = await hashPassword('汇流-Huiliu-2026');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await verifyPassword('汇流-Huiliu-2026', stored)).toBe(true);
    expect(await verifyPassword('汇流-Huiliu-2027', stored)).toBe(false);
  });

  it('is the same in full-width characters', async () => {
    expect(await verifyPassword('Ｈｕｉｌｉｕ１２３', await hashPassword('Huiliu123'))).toBe(true);
  });

  it('has another hash each time', async () => {
    expect(await hashPassword('Huiliu123')).not.toBe(await hashPassword('Huiliu123'));
  });

  it('is still verified under an old hash, which wants to be made anew', async () => {
    expect(await verifyPassword('Ｈuiliu123', oldHash('Huiliu123'))).toBe(true);
    expect(await verifyPassword('Huiliu124', oldHash('Huiliu123'))).toBe(false);
    expect(isOutdated(oldHash('Huiliu123'))).toBe(true);
    expect(isOutdated('$argon2id$v=19$m=4096,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g')).toBe(
      true,
    );
    expect(isOutdated(await hashPassword('Huiliu123'))).toBe(false);
  });

  it('is refused when there is no such person, or none with a password', async () => {
    expect(await verifyPassword('Huiliu123', undefined)).toBe(false);
    expect(await verifyPassword('Huiliu123', null)).toBe(false);
  });

  it.each(['$scrypt$ln=15', '$argon2id$v=19$m=19456'])('shows a stored hash that was damaged: %s', async (stored) => {
    await expect(verifyPassword('Huiliu123', stored)).rejects.toThrow('cannot be read');
  });
});
