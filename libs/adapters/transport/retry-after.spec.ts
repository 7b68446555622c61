import { describe, expect, it } from '@jest/globals';
import { retryAfter } from './retry-after.js';

const now = new Date('2026-11-22T04:00:00Z');

describe('retryAfter', () => {
  it.each([
    ['120', '2026-11-22T04:02:00.000Z'],
    ['0', '2026-11-22T04:00:00.000Z'],
    ['Sun, 22 Nov 2026 04:00:30 GMT', '2026-11-22T04:00:30.000Z'],
    ['Sun, 22 Nov 2026 03:00:00 GMT', '2026-11-22T04:00:00.000Z'],
    ['999999999', '2026-11-23T04:00:00.000Z'],
  ])('reads %j as %s', (header, expected) => {
    expect(retryAfter(header, now)?.toISOString()).toBe(expected);
  });

  it.each([undefined, '', 'soon', '-5', '1e3'])('takes %j for nothing', (header) => {
    expect(retryAfter(header, now)).toBeUndefined();
  });
});
