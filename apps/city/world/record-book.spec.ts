import { describe, expect, it } from '@jest/globals';
import type { CityAnswer, CityRecord } from './city-record.js';
import { InMemoryRecordBook } from './record-book.js';

const at = (second: number): Date => new Date(Date.UTC(2026, 10, 22, 2, 0, second));

const record = (externalId: string): CityRecord => ({
  platform: 'hotline',
  externalId,
  matterId: 'M1',
  reportedAt: at(0),
  updatedAt: at(0),
  title: '路灯不亮',
  body: '路灯不亮',
  nature: '求助',
  urgency: '一般',
  category: 'P0137',
  place: { address: '', street: '', community: '', gridCode: '370299001001001' },
  reporter: { name: '王女士', phone: '13800000000' },
  withdrawn: false,
  answers: [],
});

const answer = (reference: string): CityAnswer => ({
  reference,
  final: true,
  text: '已修复',
  department: '区城市管理局',
  at: at(5),
});

function bookAt(seconds: number[]): InMemoryRecordBook {
  let turn = 0;
  return new InMemoryRecordBook(() => at(seconds[Math.min(turn++, seconds.length - 1)]));
}

const turnOver = (): Promise<void> => Promise.resolve();

describe('the record book', () => {
  it('lists a platform by change and id, and from an instant on', async () => {
    const book = bookAt([10, 20]);
    book.add(record('b'));
    book.add(record('a'));
    await turnOver();
    book.add(record('c'));
    expect(book.changed('hotline', undefined).map(({ externalId }) => externalId)).toEqual(['a', 'b', 'c']);
    expect(book.changed('hotline', at(20)).map(({ externalId }) => externalId)).toEqual(['c']);
    expect(book.changed('portal', undefined)).toEqual([]);
  });

  it('stamps a burst alike and what comes after it later, even when the clock stands still', async () => {
    const book = bookAt([10]);
    const [first, second] = [book.add(record('a')), book.add(record('b'))];
    await turnOver();
    const third = book.add(record('c'));
    expect(first.updatedAt).toEqual(second.updatedAt);
    expect(third.updatedAt.getTime()).toBeGreaterThan(second.updatedAt.getTime());
  });

  it('never runs backwards when the clock does', async () => {
    const book = bookAt([30, 10]);
    book.add(record('a'));
    await turnOver();
    expect(book.add(record('b')).updatedAt.getTime()).toBeGreaterThan(at(30).getTime());
  });

  it('can put a record in late, before what is listed already', async () => {
    const book = bookAt([30, 40]);
    book.add(record('a'));
    await turnOver();
    book.add(record('b'), 20);
    expect(book.changed('hotline', undefined).map(({ externalId }) => externalId)).toEqual(['b', 'a']);
  });

  it('keeps the same answer once and knows no answer to an unknown record', async () => {
    const book = bookAt([10, 20, 30]);
    book.add(record('a'));
    await turnOver();
    expect(book.answer('hotline', 'a', answer('r1'))).toBe(true);
    const moved = book.find('hotline', 'a')!.updatedAt;
    await turnOver();
    expect(book.answer('hotline', 'a', answer('r1'))).toBe(true);
    expect(book.find('hotline', 'a')!.answers.length).toBe(1);
    expect(book.find('hotline', 'a')!.updatedAt).toEqual(moved);
    expect(moved).toEqual(at(20));
    expect(book.answer('hotline', 'x', answer('r1'))).toBe(false);
  });

  it('tells what appears and what changes until nobody listens', () => {
    const book = bookAt([10]);
    const heard: string[] = [];
    const stop = book.subscribe(({ externalId }, event) => heard.push(`${externalId} ${event}`));
    book.add(record('a'));
    book.answer('hotline', 'a', answer('r1'));
    book.amend('hotline', 'a', { withdrawn: true });
    stop();
    book.add(record('b'));
    expect(heard).toEqual(['a appeared', 'a answered', 'a changed']);
  });

  it('forgets a record for good', () => {
    const book = bookAt([10]);
    book.add(record('a'));
    book.forget('hotline', 'a');
    expect(book.find('hotline', 'a')).toBeUndefined();
    expect(book.changed('hotline', undefined)).toEqual([]);
  });
});
