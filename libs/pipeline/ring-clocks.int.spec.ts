import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseCommand } from '#domain/case/case-command.js';
import type { CaseNumber, DepartmentId } from '#domain/ids.js';
import { as } from '#domain/ids.js';
import { CaseStore } from '#domain/ports/case-store.js';
import { Clock } from '#domain/ports/clock.js';
import { Doorbell } from '#domain/ports/doorbell.js';
import { IdSource } from '#domain/ports/ids.js';
import { DeskTown } from '#test/support/desk-town.js';
import { CaseDesk } from './case-desk.js';
import { City } from './city.js';
import { RingClocks } from './ring-clocks.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The hub's time, as somebody sets it. */
class SetClock extends Clock {
  at = new Date();
  override now(): Date {
    return this.at;
  }
  pass(milliseconds: number): void {
    this.at = new Date(this.at.getTime() + milliseconds);
  }
}

describe('clocks that ring', () => {
  let town: DeskTown;
  let clock: SetClock;
  let ringing: RingClocks;
  let desk: CaseDesk;
  let number: CaseNumber;

  beforeAll(async () => {
    town = await DeskTown.open();
  });
  afterAll(() => town.end());
  beforeEach(async () => {
    await town.empty();
    clock = new SetClock();
    const { app } = town.tools;
    const means = { clock, ids: app.get(IdSource) };
    ringing = new RingClocks(app.get(CaseStore), app.get(City), app.get(Doorbell), means);
    desk = new CaseDesk(app.get(CaseStore), app.get(City), app.get(Doorbell), means);
    await town.takeIn(['GD000000000000000001', {}]);
    ({ number } = await town.report('GD000000000000000001'));
  });

  const ask = async (command: CaseCommand): Promise<string> =>
    (await desk.execute({ number, command, actor: 'operator:li' })).outcome;
  const lead = async (): Promise<DepartmentId> => {
    const [row] = await town.ask<{ lead: DepartmentId }>('select lead from cases where number = $1', [number]);
    return row.lead;
  };
  const atWork = async (): Promise<DepartmentId> => {
    await ask({ command: 'dispatch', lead: as('water-affairs'), rule: 'operator', because: '指派' });
    await ask({ command: 'sign', department: as('water-affairs') });
    return lead();
  };
  const rung = async (name: string): Promise<string[]> => {
    const rows = await town.ask<{ what: string }>(
      `select e.type || coalesce(' ' || (e.data->>'level'), '') as what from case_events e join cases c on c.id = e.case_id
       where c.number = $1 and e.data->>'clock' = $2 order by e.seq`,
      [number, name],
    );
    return rows.map(({ what }) => what);
  };
  const dueAt = async (name: string): Promise<number> => {
    const [row] = await town.ask<{ due_at: Date }>(
      'select k.due_at from case_clocks k join cases c on c.id = k.case_id where c.number = $1 and k.clock = $2 and k.met_at is null',
      [number, name],
    );
    return row.due_at.getTime();
  };
  const ALL = ['case.due_soon', 'case.supervised urged', 'case.supervised supervised', 'case.supervised led'];

  it('climb the ladder, each rung once, however late they are looked at', async () => {
    await atWork();
    clock.pass(60 * DAY);
    await ringing.ring();
    await ringing.ring();
    expect(await rung('resolve')).toEqual(ALL);
  });

  it('climb it rung by rung as time passes', async () => {
    await atWork();
    clock.at = new Date((await dueAt('resolve')) - 1000);
    await ringing.ring();
    expect(await rung('resolve')).toEqual(ALL.slice(0, 1));
    clock.pass(2000);
    await ringing.ring();
    expect(await rung('resolve')).toEqual(ALL.slice(0, 2));
    const [row] = await town.ask<{ supervision: string }>('select supervision from cases where number = $1', [number]);
    // as high as any of its clocks has climbed: nobody has spoken to the citizen for a week
    expect(row.supervision).toBe('led');
  });

  it('do not ring again when the time is set back and comes round once more', async () => {
    await atWork();
    clock.pass(60 * DAY);
    await ringing.ring();
    clock.pass(-59 * DAY);
    await ringing.ring();
    clock.pass(59 * DAY);
    await ringing.ring();
    expect(await rung('resolve')).toEqual(ALL);
  });

  it('ring once when two look at the same moment', async () => {
    await atWork();
    clock.pass(60 * DAY);
    await Promise.all([ringing.ring(), ringing.ring(), ringing.ring()]);
    expect(await rung('resolve')).toEqual(ALL);
  });

  it('tell the department that is late', async () => {
    await atWork();
    clock.pass(60 * DAY);
    await ringing.ring();
    const told = await town.ask<{ target: string; type: string }>(
      `select target, type from deliveries where type in ('case.due_soon', 'case.supervised') and payload->>'clock' = 'resolve' order by id`,
    );
    expect(told.map(({ target, type }) => `${target} ${type}`)).toEqual([
      'water-affairs case.due_soon',
      'water-affairs case.supervised',
      'water-affairs case.supervised',
      'water-affairs case.supervised',
    ]);
  });

  it('stand still while the case is suspended, go on by themselves, and get the time back', async () => {
    const department = await atWork();
    const before = await dueAt('resolve');
    const until = new Date(clock.at.getTime() + 40 * DAY).toISOString();
    await ask({ command: 'request-suspension', department, reason: '汛期停工', until });
    await ask({ command: 'grant-request', because: '同意' });
    clock.pass(39 * DAY);
    await ringing.ring();
    expect(await rung('resolve')).toEqual([]);
    expect(await ask({ command: 'hand-in', department, result: '已修好' })).toBe('refused');
    clock.pass(2 * DAY);
    await ringing.ring();
    const suspended = await town.ask('select 1 from cases where number = $1 and proceedings ? $2', [number, 'suspension']);
    expect(suspended).toEqual([]);
    expect(await dueAt('resolve')).toBeGreaterThanOrEqual(before + 40 * DAY);
    expect(await ask({ command: 'hand-in', department, result: '已修好' })).toBe('accepted');
  });

  it('ring for a promise that outlives the case', async () => {
    await atWork();
    const at = new Date(clock.at.getTime() + HOUR).toISOString();
    const dueAtIso = new Date(clock.at.getTime() + 90 * DAY).toISOString();
    await ask({ command: 'call-meeting', kind: 'residents', subject: '停车', at, participants: ['居民代表'] });
    const commitments = [{ department: as<DepartmentId>('traffic-police'), what: '施划车位', dueAt: dueAtIso }];
    await ask({ command: 'decide-meeting', meeting: 1, decision: '分批施划', commitments });
    await ask({ command: 'force-close', because: '议定后另行施划车位' });
    clock.pass(120 * DAY);
    await ringing.ring();
    expect(await rung('commitment/1')).toEqual(ALL);
    expect(await ask({ command: 'keep-commitment', department: as('traffic-police'), commitment: 1, note: '已施划' })).toBe(
      'accepted',
    );
  });

  it('rings for an unanswered whistle until the department checks in', async () => {
    await atWork();
    const departments = [as<DepartmentId>('traffic-police'), as<DepartmentId>('urban-management')];
    await ask({ command: 'blow-whistle', kind: 'emergency', street: as('street-yunlan'), departments, because: '占道严重' });
    await ask({ command: 'check-in', department: as('traffic-police'), whistle: 1 });
    clock.pass(HOUR);
    await ringing.ring();
    expect(await rung('whistle/1/urban-management')).toEqual(ALL.slice(0, 2));
    expect(await rung('whistle/1/traffic-police')).toEqual([]);
  });
});
