import { describe, expect, it } from '@jest/globals';
import { parseInstant } from './parse-instant.js';

const habit = { zone: 'Asia/Shanghai', formats: ['yyyy-MM-dd HH:mm:ss', 'yyyy/M/d H:mm', 'iso', 'epoch-ms'] };

describe('parseInstant', () => {
  it.each([
    ['2026-11-22 08:00:00', '2026-11-22T00:00:00.000Z'],
    ['2026/3/5 9:07', '2026-03-05T01:07:00.000Z'],
    ['2026-11-22T08:00:00', '2026-11-22T00:00:00.000Z'],
    ['2026-11-22T08:00:00+09:00', '2026-11-21T23:00:00.000Z'],
    [1795305600000, '2026-11-22T00:00:00.000Z'],
    [' 1795305600000 ', '2026-11-22T00:00:00.000Z'],
  ])('reads %j as %s', (value, expected) => {
    expect(parseInstant(value, habit)).toEqual({ kind: 'instant', at: new Date(expected) });
  });

  it.each([null, undefined, '', '  ', '-', '0001-01-01T00:00:00', '0001-01-01 00:00:00'])('takes %j for nothing', (value) => {
    expect(parseInstant(value, habit)).toEqual({ kind: 'blank' });
  });

  it.each([
    '2026-13-45 99:99:99',
    '昨天下午',
    '2026-02-30T08:00:00',
    0,
    1e300,
    Number.NaN,
    {},
    [],
    true,
    '1970-01-01T00:00:00Z',
    '2999-01-01T00:00:00Z',
  ])('calls %j unreadable', (value) => {
    expect(parseInstant(value, habit)).toEqual({ kind: 'unreadable' });
  });
});
