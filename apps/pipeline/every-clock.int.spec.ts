import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { as } from '#domain/ids.js';
import { UndertakingDesk } from '#pipeline/undertaking-desk.js';
import { WatchClocks } from '#pipeline/watch-clocks.js';
import { WatchUndertakings } from '#pipeline/watch-undertakings.js';
import { aSubject } from '#test/support/builders/an-undertaking.js';
import { DeskTown } from '#test/support/desk-town.js';
import { EveryClock } from './every-clock.js';

describe('the clocks of cases and lists', () => {
  let town: DeskTown;
  beforeAll(async () => {
    town = await DeskTown.open();
  });
  afterAll(() => town?.end());

  const late = async (requestId: string): Promise<string> => {
    const pledge = { owner: as<never>('sanitation'), dueAt: new Date('2025-12-01T10:00:00Z') };
    const desk = town.tools.app.get(UndertakingDesk);
    return (await desk.open({ subject: aSubject({ list: 'item' }), pledge, actor: 'operator:li', requestId })).id;
  };
  const history = async (id: string): Promise<string[]> =>
    (await town.ask<{ type: string }>('select type from undertaking_events where undertaking_id = $1 order by seq', [id])).map(
      ({ type }) => type,
    );
  const RUNG = ['undertaking.opened', 'undertaking.due_soon', 'undertaking.overdue'];

  it('ring together', async () => {
    const { app } = town.tools;
    const id = await late('request-together');
    await new EveryClock(app.get(WatchClocks), app.get(WatchUndertakings)).watch();
    expect(await history(id)).toEqual(RUNG);
  });

  it('do not wait for each other’s trouble', async () => {
    const id = await late('request-trouble');
    const broken = { watch: () => Promise.reject(new Error('a case cannot be closed')) } as unknown as WatchClocks;
    const clocks = new EveryClock(broken, town.tools.app.get(WatchUndertakings));
    await expect(clocks.watch()).rejects.toThrow('a case cannot be closed');
    expect(await history(id)).toEqual(RUNG);
  });
});
