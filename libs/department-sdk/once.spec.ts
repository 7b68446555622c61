import { describe, expect, it } from '@jest/globals';
import { Once } from './once.js';
import { MemorySeenIds } from './seen-ids.js';

describe('acting once', () => {
  it('acts on an id the first time only', async () => {
    const once = new Once();
    const done: string[] = [];

    const first = await once.act('a', () => void done.push('first'));
    const again = await once.act('a', () => void done.push('again'));
    const other = await once.act('b', () => void done.push('other'));

    expect([first, again, other]).toEqual(['acted', 'repeat', 'acted']);
    expect(done).toEqual(['first', 'other']);
  });

  it('acts again after work that failed', async () => {
    const once = new Once();

    await expect(once.act('a', () => Promise.reject(new Error('the database is away')))).rejects.toThrow('the database is away');

    expect(await once.act('a', () => undefined)).toBe('acted');
  });

  it('lets a repeat that comes meanwhile share the end of the work', async () => {
    const once = new Once();
    let acted = 0;
    let finish = (): void => undefined;
    const work = () => {
      acted++;
      return new Promise<void>((resolve) => (finish = resolve));
    };

    const both = Promise.all([once.act('a', work), once.act('a', work)]);
    await Promise.resolve();
    await Promise.resolve();
    finish();

    expect(await both).toEqual(['acted', 'repeat']);
    expect(acted).toBe(1);
  });

  it('tells a repeat that comes meanwhile of the failure, too', async () => {
    const once = new Once();
    const work = () => Promise.reject(new Error('the database is away'));

    const both = await Promise.allSettled([once.act('a', work), once.act('a', work)]);

    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('asks ids that are kept elsewhere', async () => {
    const kept = new Set(['a']);
    const seen = { has: async (id: string) => kept.has(id), add: async (id: string) => void kept.add(id) };

    expect(await new Once(seen).act('a', () => undefined)).toBe('repeat');
    expect(await new Once(seen).act('b', () => undefined)).toBe('acted');
    expect([...kept]).toEqual(['a', 'b']);
  });

  it('forgets the oldest of too many ids', () => {
    const ids = new MemorySeenIds(2);
    for (const id of ['a', 'b', 'c']) ids.add(id);

    expect(['a', 'b', 'c'].map((id) => ids.has(id))).toEqual([false, true, true]);
  });
});
