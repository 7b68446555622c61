import { describe, expect, it } from '@jest/globals';
import type { MatterTruth } from '../matters/matter.js';
import type { DepartmentCommand } from './department-line.js';
import { DepartmentWork } from './department-work.js';

const matter: MatterTruth = { id: 'M7-1', kind: 'street-lamp', category: 'P0137', department: 'urban-management', gridCode: '1' };
const news = (caseNumber: string) => ({
  caseNumber,
  category: { code: 'P0137' },
  title: '路灯不亮',
  reports: [{ platform: 'hotline', externalId: '1' }],
});

/** Departments whose hub takes everything; `said` resolves once so many things were said. */
function departments(seed: number) {
  const said: string[] = [];
  let [wanted, done] = [Infinity, (): void => undefined];
  const say = (department: string, caseNumber: string, command: DepartmentCommand): Promise<'taken'> => {
    said.push(`${department} ${command.command} ${caseNumber}`);
    if (said.length >= wanted) done();
    return Promise.resolve('taken');
  };
  const work = new DepartmentWork({ say }, { majority: () => matter }, { seed, pace: 0 });
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
});
