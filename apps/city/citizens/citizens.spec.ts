import { describe, expect, it } from '@jest/globals';
import type { CityAnswer, CityRecord } from '../world/city-record.js';
import { opinionOf } from './citizens.js';

const at = new Date('2026-11-22T02:00:00Z');
const answer = (reference: string, final = true): CityAnswer => ({
  reference,
  final,
  text: '已办结',
  department: '区水务局',
  at,
});

const record = (number: number, answers: CityAnswer[], more: Partial<CityRecord> = {}): CityRecord => ({
  platform: 'hotline',
  externalId: `20261122000007${String(number).padStart(5, '0')}`,
  matterId: 'M1',
  reportedAt: at,
  updatedAt: at,
  title: '',
  body: '',
  nature: '求助',
  urgency: '一般',
  category: 'E0506',
  place: { address: '', street: '', community: '', gridCode: '' },
  reporter: { name: '', phone: '' },
  withdrawn: false,
  answers,
  ...more,
});

describe('the citizens', () => {
  it('are mostly served, some not, some silent', () => {
    const opinions = Array.from({ length: 1000 }, (_, number) => opinionOf(record(number, [answer('r')]), 1));
    const served = opinions.filter((opinion) => opinion?.satisfied).length;
    const unserved = opinions.filter((opinion) => opinion?.satisfied === false).length;
    expect(served).toBeGreaterThan(890);
    expect(served).toBeLessThan(950);
    expect(unserved).toBeGreaterThan(20);
    expect(1000 - served - unserved).toBeGreaterThan(20);
  });

  it('say nothing without a final answer or after withdrawing', () => {
    expect(opinionOf(record(1, [answer('r', false)]), 1)).toBeUndefined();
    expect(opinionOf(record(1, [answer('r')], { withdrawn: true }), 1)).toBeUndefined();
  });

  it('are mostly served after a rework, a few not even then, and all after another', () => {
    const unserved = { solved: false, satisfied: false, at };
    expect(opinionOf(record(1, [answer('r1')], { evaluation: unserved }), 1)).toBeUndefined();
    const second = Array.from({ length: 1000 }, (_, number) =>
      opinionOf(record(number, [answer('r1'), answer('r2')], { evaluation: unserved }), 1),
    );
    expect(second.filter((opinion) => opinion?.satisfied).length).toBeGreaterThan(600);
    expect(second.filter((opinion) => opinion?.satisfied === false).length).toBeGreaterThan(200);
    const third = record(1, [answer('r1'), answer('r2'), answer('r3')], { evaluation: unserved });
    expect(opinionOf(third, 1)).toEqual({ solved: true, satisfied: true });
  });

  it('ask no more once they are served; what is solved and not to their liking is not', () => {
    const answers = [answer('r1'), answer('r2'), answer('r3')];
    expect(opinionOf(record(1, answers, { evaluation: { solved: true, satisfied: true, at } }), 1)).toBeUndefined();
    expect(opinionOf(record(1, answers, { evaluation: { solved: true, satisfied: false, at } }), 1)).toEqual({
      solved: true,
      satisfied: true,
    });
  });
});
