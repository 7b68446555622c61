import { describe, expect, it } from '@jest/globals';
import type { DepartmentCommand } from './department-line.js';
import { Errands } from './errands.js';

/** Departments whose hub takes everything; `until` resolves once so many things were said. */
function departments(answers = true) {
  const said: string[] = [];
  let [wanted, done] = [Infinity, (): void => undefined];
  const say = (department: string, caseNumber: string, { command, whistle, commitment }: DepartmentCommand) => {
    said.push(`${department} ${command} ${whistle ?? commitment} ${caseNumber}`);
    if (said.length >= wanted) done();
    return answers ? Promise.resolve('taken' as const) : new Promise<never>(() => undefined);
  };
  const errands = new Errands({ say }, { seed: 1, pace: 0 });
  const until = (count: number): Promise<string[]> =>
    new Promise((resolve) => {
      [wanted, done] = [count, () => resolve(said)];
      if (said.length >= count) done();
    });
  return { errands, until };
}

describe('the errands of departments', () => {
  it('bring them to the spot when the street whistles', async () => {
    const { errands, until } = departments();
    errands.whistled('fire-rescue', { caseNumber: 'HL1', whistle: 2 });
    expect(await until(1)).toEqual(['fire-rescue check-in 2 HL1']);
  });

  it('keep what was promised, and tell of it before', async () => {
    const { errands, until } = departments();
    errands.promised('sanitation', { caseNumber: 'HL1', id: 3 });
    expect(await until(2)).toEqual(['sanitation report-commitment 3 HL1', 'sanitation keep-commitment 3 HL1']);
  });

  it('are done after a restart where they were not before', async () => {
    const before = departments(false);
    before.errands.promised('sanitation', { caseNumber: 'HL1', id: 3 });
    await before.until(1);
    const after = departments();
    after.errands.restore(before.errands.snapshot());
    expect((await after.until(2))[1]).toBe('sanitation keep-commitment 3 HL1');
  });
});
