import { describe, expect, it } from '@jest/globals';
import { parseInstant } from './parse-instant.js';

const FORMATS = ['yyyy/M/d H:mm:ss', 'yyyy/M/d', 'excel-serial'];
const read = (cell: string): unknown => parseInstant(cell, { zone: 'Asia/Shanghai', formats: FORMATS });
const instant = (text: string): unknown => ({ kind: 'instant', at: new Date(text) });

describe('the times of a spreadsheet', () => {
  it('reads wall times in the zone of the table', () => {
    expect(read('2019/2/28 11:25:05')).toEqual(instant('2019-02-28T03:25:05.000Z'));
    expect(read(' 2019/12/3 ')).toEqual(instant('2019-12-02T16:00:00.000Z'));
  });

  it('reads the serial numbers of a spreadsheet to the second', () => {
    expect(read('43525')).toEqual(instant('2019-02-28T16:00:00.000Z'));
    expect(read('43525.75')).toEqual(instant('2019-03-01T10:00:00.000Z'));
    expect(read('43524.475752314814')).toEqual(instant('2019-02-28T03:25:05.000Z'));
  });

  it('keeps wall time where the clock was moved', () => {
    expect(parseInstant('43556.5', { zone: 'Europe/Berlin', formats: ['excel-serial'] })).toEqual(
      instant('2019-04-01T10:00:00.000Z'),
    );
  });

  it('knows no time in words, in numbers of another age, or in nothing', () => {
    expect([read('昨天'), read('12'), read('999999'), read('')].map((answer) => (answer as { kind: string }).kind)).toEqual([
      'unreadable',
      'unreadable',
      'unreadable',
      'blank',
    ]);
  });
});
