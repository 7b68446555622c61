import { describe, expect, it } from '@jest/globals';
import { NO_FIGURES } from './figures.js';
import { ratesOf } from './rates.js';

describe('a week’s rates', () => {
  it('are shares in percent, to a tenth', () => {
    const figures = { ...NO_FIGURES, due: 7, resolved: 6, onTime: 5, dispatched: 3, returned: 1, asked: 8, satisfied: 7 };
    expect(ratesOf(figures)).toEqual({ completionRate: 85.7, onTimeRate: 71.4, returnRate: 33.3, satisfactionRate: 87.5 });
  });

  it('are unknown where there is nothing to take a share of, which is not the same as none', () => {
    const unknown = { completionRate: null, onTimeRate: null, returnRate: null, satisfactionRate: null };
    expect(ratesOf(NO_FIGURES)).toEqual(unknown);
    expect(ratesOf({ ...NO_FIGURES, asked: 2 })).toEqual({ ...unknown, satisfactionRate: 0 });
  });

  it('pass 100 where more is returned than was dispatched', () => {
    expect(ratesOf({ ...NO_FIGURES, dispatched: 2, returned: 3 }).returnRate).toBe(150);
  });
});
