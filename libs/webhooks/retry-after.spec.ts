import { describe, expect, it } from '@jest/globals';
import { readRetryAfter } from './retry-after.js';

const now = new Date('2026-11-26T00:00:00Z');

describe('Retry-After', () => {
  it.each([
    ['0', '2026-11-26T00:00:00.000Z'],
    [' 90 ', '2026-11-26T00:01:30.000Z'],
    ['99999999999999999999', '2027-11-26T00:00:00.000Z'],
    ['Thu, 26 Nov 2026 08:00:00 GMT', '2026-11-26T08:00:00.000Z'],
    ['Thursday, 26-Nov-26 08:00:00 GMT', '2026-11-26T08:00:00.000Z'],
  ])('"%s" names %s', (header, instant) => {
    expect(readRetryAfter(header, now)).toEqual(new Date(instant));
  });

  it.each([undefined, '', '-5', '1.5', 'soon', '2026-11-26T08:00:00Z'])('%p names no instant', (header) => {
    expect(readRetryAfter(header, now)).toBeUndefined();
  });
});
