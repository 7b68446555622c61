import { afterEach, describe, expect, it } from '@jest/globals';
import { SqlPullSwitch } from '#storage/sql-pull-switch.js';
import { Boundary } from '#test/support/boundary.js';

const LEASE = new Date('2026-11-22T05:00:00Z');

describe('a platform that is paused while it is pulled', () => {
  let here: Boundary;
  let asked = 0;
  let pauseAt = 3;

  const turn = (paused: boolean): Promise<void> => new SqlPullSwitch(here.source).turn(here.id, paused, here.clock.at);
  const staged = async (): Promise<number> => {
    const [{ count }] = await here.source.query<{ count: number }[]>('select count(*)::int count from records');
    return count;
  };

  afterEach(() => here.close());

  it('is asked for no other page, and goes on behind the last one when it is resumed', async () => {
    here = await Boundary.open('hotline', { pageSize: 4 }, (app) => {
      app.addHook('onRequest', async () => {
        if (++asked === pauseAt) await turn(true);
      });
    });
    const numbers = Array.from({ length: 20 }, (_, n) => String(n).padStart(2, '0'));
    await here.publish(...numbers.map((n) => here.record(`202611220000${n}`, `2026-11-22T01:00:${n}Z`)));

    await here.pull();
    // The page behind the one that is being kept may be on its way already; nothing after it is asked for.
    expect(asked).toBeLessThanOrEqual(pauseAt + 1);
    expect([7, 10]).toContain(await staged());
    expect(await here.inbox.takeDuePulls([here.id], LEASE)).toEqual([]);
    const [{ pulled_at: pulledAt }] = await here.source.query<{ pulled_at: Date | null }[]>('select pulled_at from pulls');
    expect(pulledAt).toBeNull();

    pauseAt = 0;
    await turn(false);
    expect(await here.inbox.takeDuePulls([here.id], LEASE)).toEqual([here.id]);
    await here.pull();
    expect(await staged()).toBe(20);
  });
});
