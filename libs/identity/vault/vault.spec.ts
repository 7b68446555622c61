import { describe, expect, it } from '@jest/globals';
import { SealingSecrets } from '../sealing-secrets.js';
import { open, seal } from './vault.js';
import type { KeyRing } from './vault.js';

const ring: KeyRing = { active: 'k1', keys: { k1: Buffer.alloc(32, 1) } };
const reporter = { name: '王小明', phone: '13800001234' };

describe('the vault', () => {
  it('opens what it sealed', () => {
    expect(open(seal(reporter, ring), ring)).toEqual({ kind: 'opened', reporter });
  });

  it('keeps a reporter who gave nothing', () => {
    expect(open(seal({}, ring), ring)).toEqual({ kind: 'opened', reporter: {} });
  });

  it('shows neither name nor number in the sealed bytes', () => {
    const sealed = seal(reporter, ring).toString('utf8');
    expect(sealed).not.toContain('王');
    expect(sealed).not.toContain('1380000');
  });

  it('seals the same reporter differently each time', () => {
    expect(seal(reporter, ring).equals(seal(reporter, ring))).toBe(false);
  });

  it('refuses a seal in which any byte was altered', () => {
    const sealed = seal(reporter, ring);
    const answers = Array.from(sealed, (byte, place) => {
      const altered = Buffer.from(sealed);
      altered[place] = byte ^ 1;
      return open(altered, ring).kind;
    });
    expect(new Set(answers)).toEqual(new Set(['refused']));
  });

  it('refuses a seal cut off anywhere', () => {
    const sealed = seal(reporter, ring);
    const answers = Array.from(sealed, (_, length) => open(sealed.subarray(0, length), ring).kind);
    expect(new Set(answers)).toEqual(new Set(['refused']));
  });

  it('does not take the key id of a seal for another', () => {
    const both: KeyRing = { active: 'k1', keys: { k1: Buffer.alloc(32, 1), k2: Buffer.alloc(32, 1) } };
    const sealed = seal(reporter, both);
    sealed[3] = '2'.charCodeAt(0);
    expect(open(sealed, both)).toEqual({ kind: 'refused', reason: 'altered' });
  });

  it('opens old seals after the active key changed', () => {
    const sealed = seal(reporter, ring);
    const rotated: KeyRing = { active: 'k2', keys: { ...ring.keys, k2: Buffer.alloc(32, 2) } };
    expect(open(sealed, rotated)).toEqual({ kind: 'opened', reporter });
    expect(open(seal(reporter, rotated), ring)).toEqual({ kind: 'refused', reason: 'unknown-key' });
  });

  it('refuses the right key id with the wrong key', () => {
    const wrong: KeyRing = { active: 'k1', keys: { k1: Buffer.alloc(32, 9) } };
    expect(open(seal(reporter, ring), wrong)).toEqual({ kind: 'refused', reason: 'altered' });
  });

  it('does not seal without its active key', () => {
    expect(() => seal(reporter, { active: 'toString', keys: {} })).toThrow('has no key "toString"');
  });
});

describe('sealed secrets', () => {
  const secrets = new SealingSecrets(ring);
  const sealed = secrets.seal('whsec_abc', 'endpoint:gas-supply');

  it('open for their owner, and are not to be seen in the bytes', () => {
    expect(secrets.open(sealed, 'endpoint:gas-supply')).toBe('whsec_abc');
    expect(sealed.toString('latin1')).not.toContain('whsec');
  });

  it('do not open for another owner, nor without their key', () => {
    expect(secrets.open(sealed, 'endpoint:heat-supply')).toBeUndefined();
    expect(
      new SealingSecrets({ active: 'k2', keys: { k2: Buffer.alloc(32, 2) } }).open(sealed, 'endpoint:gas-supply'),
    ).toBeUndefined();
  });
});
