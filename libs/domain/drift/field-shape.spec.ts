import { describe, expect, it } from '@jest/globals';
import { shapeOf } from './field-shape.js';

const lines = (record: Record<string, unknown>): string[] =>
  shapeOf(record).map(({ path, type, example }) => `${path} ${type} ${example}`);

describe('the shape of a record', () => {
  it('names every field with its type, inner ones and elements of lists by their path', () => {
    expect(lines({ id: 'W01', count: 3, open: true, visit: { solved: '是' }, refs: ['r1', 'r22'], steps: [{ at: 5 }] })).toEqual([
      ' object {…}',
      'id text "A99"',
      'count number 9',
      'open boolean true',
      'visit object {…}',
      'visit.solved text "字"',
      'refs list [2]',
      'refs[] text "a9"',
      'steps list [1]',
      'steps[] object {…}',
      'steps[].at number 9',
    ]);
  });

  it('takes an empty value for no type of its own, since platforms write it for any', () => {
    expect(lines({ reply: null, score: '' })).toEqual([' object {…}', 'reply empty ', 'score empty ']);
  });

  it('shows how a value looks and not what it says', () => {
    expect(
      lines({ userPhone: '138-0000 1234', name: '秦 Ms Qin', at: '2026-11-22T08:00:00+08:00', fee: -12.5 }).slice(1),
    ).toEqual([
      'userPhone text "999-9999 9999"',
      'name text "字 Aa Aaa"',
      'at text "9999-99-99A99:99:99+99:99"',
      'fee number -99.9',
    ]);
    expect(shapeOf({ long: '诉'.repeat(100) })[1].example).toHaveLength(42);
  });

  it('takes numbers in names for ids', () => {
    expect(lines({ byPhone: { '13800001234': 1, '13900005678': 2 } }).slice(2)).toEqual(['byPhone.# number 9']);
  });

  it('looks at a huge record and a deep one only as far as it helps', () => {
    let deep: Record<string, unknown> = {};
    for (let level = 0; level < 1000; level++) deep = { a: deep };
    expect(shapeOf(deep)).toHaveLength(9);
    expect(shapeOf(Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`f${n}`, n])))).toHaveLength(300);
  });
});
