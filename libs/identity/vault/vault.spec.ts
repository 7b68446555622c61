import { describe, expect, it } from '@jest/globals';
import { SealingSecrets } from '../sealing-secrets.js';
import { keyIdOf, open, seal } from './vault.js';
import type { KeyRing } from './vault.js';

const ring: KeyRing = { active: 'k1', keys: { k1: Buffer.alloc(32, 1) } };
const reporter = '王小明 13800001234';
const OWNER = 'report:hotline/1';
const closed = (with_: KeyRing = ring): Buffer => seal(reporter, with_, OWNER);
const opened = (sealed: Uint8Array, with_: KeyRing = ring) => open(sealed, with_, OWNER);

describe('the vault', () => {
  it('opens what it sealed, texts and bytes', () => {
    expect(opened(closed())).toEqual({ kind: 'opened', bytes: Buffer.from(reporter) });
    expect(opened(seal(Uint8Array.of(0, 255, 92), ring, OWNER))).toEqual({ kind: 'opened', bytes: Buffer.of(0, 255, 92) });
    expect(opened(seal('', ring, OWNER))).toEqual({ kind: 'opened', bytes: Buffer.alloc(0) });
  });

  it('shows neither name nor number in the sealed bytes', () => {
    const sealed = closed().toString('utf8');
    expect(sealed).not.toContain('王');
    expect(sealed).not.toContain('1380000');
  });

  it('seals the same reporter differently each time', () => {
    expect(closed().equals(closed())).toBe(false);
  });

  it('refuses a seal in which any byte was altered', () => {
    const sealed = closed();
    const answers = Array.from(sealed, (byte, place) => {
      const altered = Buffer.from(sealed);
      altered[place] = byte ^ 1;
      return opened(altered).kind;
    });
    expect(new Set(answers)).toEqual(new Set(['refused']));
  });

  it('refuses a seal cut off anywhere', () => {
    const sealed = closed();
    const answers = Array.from(sealed, (_, length) => opened(sealed.subarray(0, length)).kind);
    expect(new Set(answers)).toEqual(new Set(['refused']));
  });

  it('does not open in the place of another', () => {
    expect(open(closed(), ring, 'report:hotline/2')).toEqual({ kind: 'refused', reason: 'altered' });
  });

  it('does not take the key id of a seal for another', () => {
    const both: KeyRing = { active: 'k1', keys: { k1: Buffer.alloc(32, 1), k2: Buffer.alloc(32, 1) } };
    const sealed = closed(both);
    sealed[3] = '2'.charCodeAt(0);
    expect(opened(sealed, both)).toEqual({ kind: 'refused', reason: 'altered' });
  });

  it('opens old seals after the active key changed', () => {
    const rotated: KeyRing = { active: 'k2', keys: { ...ring.keys, k2: Buffer.alloc(32, 2) } };
    expect(opened(closed(), rotated).kind).toBe('opened');
    expect(opened(closed(rotated))).toEqual({ kind: 'refused', reason: 'unknown-key' });
    expect([keyIdOf(closed()), keyIdOf(closed(rotated)), keyIdOf(Buffer.from('{"a":1}'))]).toEqual(['k1', 'k2', undefined]);
  });

  it('refuses the right key id with the wrong key', () => {
    const wrong: KeyRing = { active: 'k1', keys: { k1: Buffer.alloc(32, 9) } };
    expect(opened(closed(), wrong)).toEqual({ kind: 'refused', reason: 'altered' });
  });

  it('does not seal without its active key', () => {
    expect(() => closed({ active: 'toString', keys: {} })).toThrow('has no key "toString"');
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
