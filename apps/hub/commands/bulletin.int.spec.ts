import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BulletinCounts } from '#storage/reading/bulletin-counts.js';
import { DeskTown } from '#test/support/desk-town.js';

/** Commands happen now, whenever this runs: a span that holds all of it, in place of a week. */
const EVER = { name: 'ever', from: new Date('2026-01-01T00:00:00Z'), before: new Date('2200-01-01T00:00:00Z') };
const LAMP = { orderContent: '云岚街道帆影路71号门前路灯不亮，晚上一片漆黑' };

describe('the bulletin of what the hub itself wrote down', () => {
  let town: DeskTown;

  beforeAll(async () => {
    town = await DeskTown.open();
  });
  afterAll(async () => {
    await town?.end();
  });

  it('counts the reports, the case, its hand-in in time, and the citizens’ verdicts', async () => {
    await town.takeIn(['2026112000071', LAMP]);
    await town.takeIn(['2026112000072', { ...LAMP, callerPhone: '13900000001' }]);
    const { number, lead, id: reportId } = await town.report('2026112000071');
    expect((await town.report('2026112000072')).number).toBe(number);
    await town.command(number, (department) => ({ command: 'sign', department }));
    await town.command(number, (department) => ({ command: 'return', department, reason: '不属本单位职责' }));
    await town.command(number, () => ({
      command: 'dispatch',
      lead: lead!,
      because: '退单无理',
      rule: 'operator',
    }));
    await town.command(number, (department) => ({ command: 'sign', department }));
    await town.command(number, (department) => ({ command: 'hand-in', department, result: '已更换灯泡。' }));
    // a share of what is handed in is looked at first (核查)
    const [{ status }] = await town.reports();
    if (status === 'checking') await town.command(number, () => ({ command: 'check', passed: true, note: '已到现场' }));
    await town.command(number, () => ({ command: 'revisit', reportId, solved: true, satisfied: true }));

    const { total, departments } = await new BulletinCounts(town.tools.source).of(EVER, new Date());
    expect(total).toEqual({
      ...{ received: 2, opened: 1, repeated: 1, dispatched: 2, returned: 1 },
      ...{ due: 1, resolved: 1, onTime: 1, overdue: 0, asked: 1, satisfied: 1 },
    });
    expect(departments).toEqual([{ id: lead, figures: total }]);
  });
});
