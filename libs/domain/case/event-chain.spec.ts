import { describe, expect, it } from '@jest/globals';
import { anOpening, NOON } from '#test/support/builders/a-case.js';
import type { CaseEvent } from './case.js';
import { canonicalJson, chainEvents, hashEvent } from './event-chain.js';

const filed: CaseEvent = { type: 'case.filed', at: NOON, actor: 'hub', data: {} };

describe('the chain of a case', () => {
  it('goes on from the version and hash it is given', () => {
    const whole = chainEvents([anOpening(), filed], 0, new Uint8Array(0));
    const [first] = chainEvents([anOpening()], 0, new Uint8Array(0));
    const [second] = chainEvents([filed], 1, first.hash);
    expect(whole[1]).toEqual(second);
    expect(whole.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('changes with anything an event says', () => {
    const hash = (event: CaseEvent) => Buffer.from(hashEvent(new Uint8Array(0), 1, event)).toString('hex');
    expect(hash(anOpening({ title: '路灯不亮。' }))).not.toBe(hash(anOpening()));
  });

  it('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: 1, a: { d: undefined, c: [2, { z: 1, y: 2 }] } })).toBe('{"a":{"c":[2,{"y":2,"z":1}]},"b":1}');
  });
});
