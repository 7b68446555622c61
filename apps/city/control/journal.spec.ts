import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCitySettings } from '../world/city-settings.js';
import { boundedWorld } from '../world/world.js';
import { Journal } from './journal.js';
import type { CityState } from './journal.js';

const dir = mkdtempSync(join(tmpdir(), 'huiliu-city-'));
afterAll(() => rmSync(dir, { recursive: true }));

const planned = boundedWorld(
  { seed: 1, start: new Date('2026-11-22T02:00:00Z'), salt: 1 },
  readCitySettings('config/demo'),
  5,
  1,
);
const state: CityState = {
  records: planned.flatMap(({ reports }) => reports.map(({ record }) => record)),
  matters: planned.map(({ truth }) => truth),
  work: { desk: [], returns: [['HL1', ['sanitation']]] },
  webhookIds: ['sanitation/msg_1'],
  idsGiven: 9,
  openings: 1,
};

/** What JSON leaves out, an absent field is. */
const bare = (value: CityState): unknown => JSON.parse(JSON.stringify(value));

describe('the journal', () => {
  it('gives back what it kept, dates as dates', async () => {
    const journal = new Journal(join(dir, 'state.json'));
    await journal.save(state);
    const loaded = journal.load()!;
    expect(bare(loaded)).toEqual(bare(state));
    expect(loaded.records[0].reportedAt).toEqual(state.records[0].reportedAt);
    journal.saveNow({ ...state, idsGiven: 10 });
    expect(journal.load()?.idsGiven).toBe(10);
  });

  it('has nothing where there is no file, or one that cannot be read', () => {
    expect(new Journal(join(dir, 'none.json')).load()).toBeUndefined();
    writeFileSync(join(dir, 'broken.json'), '{"records":[');
    expect(new Journal(join(dir, 'broken.json')).load()).toBeUndefined();
  });
});
