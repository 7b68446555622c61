import { describe, expect, it } from '@jest/globals';
import { ringCentre } from './ring-centre.js';

describe('ringCentre', () => {
  it('is the middle of a rectangle, whichever way round it is drawn and however many corners lie on its edges', () => {
    const there = [
      [120.3, 36],
      [120.4, 36],
      [120.4, 36.2],
      [120.35, 36.2],
      [120.3, 36.2],
      [120.3, 36],
    ] as const;
    expect(ringCentre(there)).toEqual([120.35, 36.1]);
    expect(ringCentre([...there].reverse())).toEqual([120.35, 36.1]);
  });

  it('leans to the heavy side', () => {
    expect(
      ringCentre([
        [120, 36],
        [120.3, 36],
        [120, 36.3],
        [120, 36],
      ]),
    ).toEqual([120.1, 36.1]);
  });

  it('is the first corner of a ring without ground', () => {
    expect(
      ringCentre([
        [120, 36],
        [120.3, 36],
        [120, 36],
      ]),
    ).toEqual([120, 36]);
  });
});
