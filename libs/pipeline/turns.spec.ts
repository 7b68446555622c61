import { describe, expect, it } from '@jest/globals';
import type { MatchedReport } from './batch.js';
import { Turns } from './turns.js';

const report = (caseId: string): MatchedReport => ({ caseId }) as unknown as MatchedReport;
const casesOf = (reports: readonly MatchedReport[]): string[] => reports.map(({ caseId }) => caseId);

describe('batches of one worker', () => {
  it('write one after the other, and each is told what was written since it looked', async () => {
    const turns = new Turns('w');
    const [first, second, third] = [turns.begin(), turns.begin(), turns.begin()];
    const order: string[] = [];
    const write = (name: string, turn: typeof first, caseId: string): Promise<void> =>
      turn
        .attempt(async () => {
          order.push(`${name} was told ${casesOf(await turn.come()).join(' ')}`);
          turn.keep([report(caseId)]);
        })
        .then(() => turn.end(true));

    await Promise.all([write('first', first, 'a'), write('second', second, 'b'), write('third', third, 'c')]);

    expect(order).toEqual(['first was told ', 'second was told a', 'third was told a b']);
  });

  it('tell nothing of what was written before the look, nor of what was rolled back', async () => {
    const turns = new Turns('w');
    const [written, rolledBack] = [turns.begin(), turns.begin()];
    await written.come();
    written.keep([report('a')]);
    written.end(true);
    const late = turns.begin();
    await rolledBack.come();
    rolledBack.keep([report('b')]);
    rolledBack.end(false);

    expect(casesOf(await late.come())).toEqual([]);
  });

  it('let the others go on when an attempt fails, and look anew with the next one', async () => {
    const turns = new Turns('w');
    const [failing, next] = [turns.begin(), turns.begin()];
    await expect(
      failing.attempt(async () => {
        await failing.come();
        throw new Error('the connection broke');
      }),
    ).rejects.toThrow('the connection broke');
    await next.come();
    next.keep([report('a')]);
    next.end(true);

    const told = await failing.attempt(() => failing.come());

    expect(casesOf(told)).toEqual([]);
  });
});
