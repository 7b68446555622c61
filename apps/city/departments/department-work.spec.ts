import { describe, expect, it } from '@jest/globals';
import { until as eventually } from '#test/support/until.js';
import type { MatterTruth } from '../matters/matter.js';
import type { CommandAnswer, DepartmentCommand } from './department-line.js';
import { takesTurn } from '../world/turns.js';
import type { Turn } from '../world/turns.js';
import { DepartmentWork } from './department-work.js';

const matter: MatterTruth = { id: 'M7-1', kind: 'street-lamp', category: 'P0137', department: 'urban-management', gridCode: '1' };
const news = (caseNumber: string) => ({
  caseNumber,
  category: { code: 'P0137' },
  title: '路灯不亮',
  reports: [{ platform: 'hotline', externalId: '1' }],
});

/** A matter that takes this turn and no other. */
function takes(turn: Turn): MatterTruth {
  const others = (['extension', 'suspension', 'onTheSpot', 'whistle', 'meeting', 'watched', 'claim', 'hopeless'] as const).filter(
    (other) => other !== turn,
  );
  const ids = Array.from({ length: 400 }, (_, number) => `M7-${number}`);
  const id = ids.find((one) => takesTurn(1, turn, one) && !others.some((other) => takesTurn(1, other, one)))!;
  return { ...matter, id };
}

/** Departments whose hub takes everything; `said` resolves once so many things were said. */
function departments(seed: number, about = matter, refuse = '', pace = 0) {
  const said: string[] = [];
  let [wanted, done] = [Infinity, (): void => undefined];
  const say = (department: string, caseNumber: string, command: DepartmentCommand): Promise<CommandAnswer> => {
    said.push(`${department} ${command.command} ${caseNumber}`);
    if (said.length >= wanted) done();
    return Promise.resolve(command.command === refuse ? 'refused' : 'taken');
  };
  const work = new DepartmentWork(
    { say },
    { majority: () => about },
    { seed, pace, now: () => new Date('2026-11-22T02:00:00Z') },
  );
  const until = (count: number): Promise<string[]> =>
    new Promise((resolve) => {
      [wanted, done] = [count, () => resolve(said)];
      if (said.length >= count) done();
    });
  return { work, until };
}

describe('the departments at work', () => {
  it('sign, may tell how it goes, and hand in what is theirs', async () => {
    const { work, until } = departments(1);
    work.dispatched('urban-management', news('HL1'));
    const said = (await until(2)).filter((line) => !line.includes('progress'));
    expect(said[0]).toBe('urban-management sign HL1');
  });

  it('return what is not theirs', async () => {
    const { work, until } = departments(1);
    work.dispatched('sanitation', news('HL1'));
    expect(await until(1)).toEqual(['sanitation return HL1']);
  });

  it('handle what comes back to them after they returned it', async () => {
    const { work, until } = departments(1);
    work.dispatched('sanitation', news('HL1'));
    await until(1);
    await Promise.resolve();
    work.dispatched('sanitation', news('HL1'));
    expect((await until(2))[1]).toBe('sanitation sign HL1');
  });

  it('work again on what a citizen sent back, without signing', async () => {
    const { work, until } = departments(1);
    work.reworked('urban-management', { caseNumber: 'HL1' });
    const said = (await until(1)).map((line) => line.replace('progress', 'hand-in'));
    expect(said[0]).toBe('urban-management hand-in HL1');
  });

  it('remember their desks over a restart', async () => {
    const { work } = departments(1);
    work.dispatched('urban-management', news('HL1'));
    const kept = work.snapshot();
    work.stop();
    const next = departments(1);
    next.work.restore(kept);
    expect((await next.until(1))[0]).toBe('urban-management sign HL1');
  });

  it('handle what the hub does not take back', async () => {
    const { work, until } = departments(1, matter, 'return');
    work.dispatched('sanitation', news('HL1'));
    expect((await until(2)).slice(0, 2)).toEqual(['sanitation return HL1', 'sanitation sign HL1']);
  });

  it('ask for more time where they need it, and go on when the operator has decided', async () => {
    const { work, until } = departments(1, takes('extension'));
    work.dispatched('urban-management', news('HL1'));
    expect(await until(2)).toEqual(['urban-management sign HL1', 'urban-management request-extension HL1']);
    expect(work.snapshot().desk).toMatchObject([{ step: 'asked' }]);
    work.goesOn('urban-management', { caseNumber: 'HL1' });
    expect((await until(3))[2]).toMatch(/(progress|hand-in) HL1$/);
  });

  it('leave a suspended case where it lies until it is resumed', async () => {
    const { work, until } = departments(1, takes('suspension'));
    work.dispatched('urban-management', news('HL1'));
    expect((await until(2))[1]).toBe('urban-management request-suspension HL1');
    work.suspended('urban-management', { caseNumber: 'HL1' });
    expect(work.snapshot().desk).toMatchObject([{ step: 'asked' }]);
    work.goesOn('urban-management', { caseNumber: 'HL1' });
    expect((await until(3))[2]).toMatch(/(progress|hand-in) HL1$/);
  });

  it('ask again after a restart, since nobody knows whether the question got through', async () => {
    const before = departments(1, takes('extension'));
    before.work.dispatched('urban-management', news('HL1'));
    await before.until(2);
    const after = departments(1, takes('extension'));
    after.work.restore(before.work.snapshot());
    expect((await after.until(1))[0]).toBe('urban-management request-extension HL1');
  });

  it('only sign what they help with, whoever it belongs to, and leave the rework to the lead', async () => {
    const { work, until } = departments(1);
    work.dispatched('sanitation', { ...news('HL1'), role: 'co-handler' });
    expect(await until(1)).toEqual(['sanitation sign HL1']);
    work.reworked('sanitation', { caseNumber: 'HL1' });
    expect(work.snapshot().desk).toMatchObject([{ role: 'co-handler', round: 1 }]);
    expect(work.ended('sanitation', { caseNumber: 'HL1' }, true)).toBeUndefined();
    expect(work.snapshot().desk).toEqual([]);
  });

  it('wait for others where they cannot act alone, until those have acted', async () => {
    const { work, until } = departments(1, takes('whistle'), '', 0.02);
    work.dispatched('urban-management', news('HL1'));
    await eventually(() => work.snapshot().desk[0].step === 'to-wait');
    work.heard('urban-management', 'case.supervised', { caseNumber: 'HL1' });
    expect(work.snapshot().desk).toMatchObject([{ step: 'to-wait' }]);
    work.heard('urban-management', 'whistle.blown', { caseNumber: 'HL1' });
    expect(work.snapshot().desk).toMatchObject([{ step: 'to-work', awaits: undefined }]);
    expect((await until(2))[1]).toMatch(/(progress|hand-in) HL1$/);
  });
});
