import { describe, expect, it } from '@jest/globals';
import { TransientError } from '#domain/errors.js';
import { halveOnPoison } from './halve-on-poison.js';

const run = async (poison: readonly number[], ids: readonly number[]) => {
  const setAside: number[] = [];
  let calls = 0;
  const done = await halveOnPoison(
    ids,
    async (part) => {
      calls += 1;
      if (part.some((id) => poison.includes(id))) throw new Error('poison');
      return [...part];
    },
    async (id) => void setAside.push(id),
  );
  return { done, setAside, calls };
};

describe('a batch with poison in it', () => {
  it('sets the poison aside and works everything else', async () => {
    const { done, setAside } = await run([3, 6], [1, 2, 3, 4, 5, 6, 7, 8]);
    expect(done).toEqual([1, 2, 4, 5, 7, 8]);
    expect(setAside).toEqual([3, 6]);
  });

  it('finds one poison record in logarithmic time', async () => {
    const { calls } = await run(
      [77],
      Array.from({ length: 256 }, (_, index) => index),
    );
    expect(calls).toBe(17);
  });

  it('takes nothing for poison while the database is away', async () => {
    const busy = () => Promise.reject(new TransientError('DATABASE_UNREACHABLE', 'away'));
    await expect(halveOnPoison([1, 2], busy, async () => undefined)).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
  });
});
