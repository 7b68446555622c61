import { scryptSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { hashPassword, verifyPassword } from './password.js';

describe('a password', () => {
  it('is told from another', async () => {
    const stored = await hashPassword('汇流-Huiliu-2026');
    expect(stored).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$.{22}\$.{43}$/);
    expect(await verifyPassword('汇流-Huiliu-2026', stored)).toBe(true);
    expect(await verifyPassword('汇流-Huiliu-2027', stored)).toBe(false);
  });

  it('is the same in full-width characters', async () => {
    expect(await verifyPassword('Ｈｕｉｌｉｕ１２３', await hashPassword('Huiliu123'))).toBe(true);
  });

  it('has another hash each time', async () => {
    expect(await hashPassword('Huiliu123')).not.toBe(await hashPassword('Huiliu123'));
  });

  it('is still verified under the cost it was hashed with', async () => {
    const salt = Buffer.alloc(16, 7);
    const hash = scryptSync('Huiliu123', salt, 32, { N: 1024, r: 8, p: 1 });
    const stored = `$scrypt$ln=10,r=8,p=1$${salt.toString('base64').slice(0, 22)}$${hash.toString('base64').slice(0, 43)}`;
    expect(await verifyPassword('Huiliu123', stored)).toBe(true);
  });

  it('is refused when there is no such person', async () => {
    expect(await verifyPassword('Huiliu123', undefined)).toBe(false);
  });

  it('shows a stored hash that was damaged', async () => {
    await expect(verifyPassword('Huiliu123', '$scrypt$ln=15')).rejects.toThrow('cannot be read');
  });
});
