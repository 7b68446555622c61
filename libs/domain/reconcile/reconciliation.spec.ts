import { describe, expect, it } from '@jest/globals';
import { spanToCount } from './reconciliation.js';

const instants = (lastGoodPull: string) => {
  const span = spanToCount('2026-11-22', new Date(lastGoodPull));
  return span && [span.from.toISOString(), span.before.toISOString()];
};

describe('what of a day must be there', () => {
  it('is the whole day once a pull came five minutes after its end', () => {
    expect(instants('2026-11-22T16:05:00Z')).toEqual(['2026-11-21T16:00:00.000Z', '2026-11-22T16:00:00.000Z']);
  });

  it('ends five minutes before the last good pull while the day runs', () => {
    expect(instants('2026-11-22T04:05:00Z')).toEqual(['2026-11-21T16:00:00.000Z', '2026-11-22T04:00:00.000Z']);
  });

  it('is nothing in the first minutes of a day', () => {
    expect(instants('2026-11-21T16:05:00Z')).toBeUndefined();
  });
});
