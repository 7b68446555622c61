import { describe, expect, it } from '@jest/globals';
import { Gathered } from './gathered.js';

describe('gathered work', () => {
  /** Rounds that last until somebody lets them go. */
  function open(most = 10, atOnce = 1) {
    const rounds: number[][] = [];
    const gates: (() => void)[] = [];
    const gathered = new Gathered<number, number>(
      async (items) => {
        rounds.push([...items]);
        await new Promise<void>((resolve) => gates.push(resolve));
        if (items.includes(13)) throw new Error('unlucky');
        return items.map((item) => item * 10);
      },
      { most, rounds: atOnce },
    );
    const letGo = async () => {
      gates.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    };
    return { gathered, rounds, letGo };
  }

  it('begins at once, and takes what comes meanwhile together', async () => {
    const { gathered, rounds, letGo } = open();
    const answers = Promise.all([1, 2, 3].map((item) => gathered.ask(item)));
    expect(rounds).toEqual([[1]]);
    await letGo();
    expect(rounds).toEqual([[1], [2, 3]]);
    await letGo();
    expect(await answers).toEqual([10, 20, 30]);
  });

  it('takes no more than so many at once', async () => {
    const { gathered, rounds, letGo } = open(2);
    const answers = Promise.all([1, 2, 3, 4].map((item) => gathered.ask(item)));
    for (let round = 0; round < 3; round += 1) await letGo();
    expect(rounds).toEqual([[1], [2, 3], [4]]);
    expect(await answers).toEqual([10, 20, 30, 40]);
  });

  it('has as many rounds under way as it may', async () => {
    const { gathered, rounds, letGo } = open(10, 2);
    const answers = Promise.all([1, 2, 3, 4].map((item) => gathered.ask(item)));
    expect(rounds).toEqual([[1], [2]]);
    await letGo();
    expect(rounds).toEqual([[1], [2], [3, 4]]);
    await letGo();
    await letGo();
    expect(await answers).toEqual([10, 20, 30, 40]);
  });

  it('tells those of a round what it threw, and goes on', async () => {
    const { gathered, letGo } = open();
    const answers = Promise.allSettled([1, 13, 3].map((item) => gathered.ask(item)));
    await letGo();
    await letGo();
    expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    const after = gathered.ask(5);
    await letGo();
    expect(await after).toBe(50);
  });
});
