import { describe, expect, it } from '@jest/globals';
import type { MappedRecord } from '#domain/ports/platform-adapter.js';
import { EjiaRestSettings } from './config.js';
import { mapRequest } from './mapper.js';

const settings = new EjiaRestSettings();
const row = {
  serviceId: 'F1',
  submitTime: '2026-11-22 09:00:00',
  updateTime: '2026-11-22 10:00:00',
  content: '楼道灯不亮，请帮忙看看。',
  serviceType: '物业服务',
  status: '待认领',
};

const mapped = (change: object): MappedRecord => mapRequest(Buffer.from(JSON.stringify({ ...row, ...change })), settings);
const claim = { team: '邻里互助队', claimTime: '2026-11-22 09:30:00', finishTime: null };
const finished = { ...claim, finishTime: '2026-11-22 09:50:00' };

describe('a service request of 党群e家', () => {
  it('is a plea for help unless it says otherwise', () => {
    expect(mapped({})).toMatchObject({ kind: 'report', draft: { nature: 'help', body: '楼道灯不亮，请帮忙看看。' } });
    expect(mapped({ appealType: '投诉' })).toMatchObject({ draft: { nature: 'complaint' } });
  });

  it('that a volunteer has claimed is still a report, and says so', () => {
    const read = mapped({ claim, status: '已认领' });
    expect(read).toMatchObject({
      kind: 'report',
      draft: { body: '楼道灯不亮，请帮忙看看。\n【志愿认领】已由志愿者认领（2026-11-22 09:30:00）' },
    });
    expect(read.kind === 'report' && read.draft.solvedOnTheSpot).toBeUndefined();
  });

  it('that the volunteer gave up is as it was before', () => {
    expect(mapped({ claim: null })).toEqual(mapped({}));
    expect(mapped({ claim: { team: '', claimTime: '', finishTime: '' } })).toEqual(mapped({}));
  });

  it('that volunteers have finished was solved on the spot', () => {
    expect(mapped({ claim: finished, status: '已完成' })).toMatchObject({
      kind: 'report',
      draft: {
        body: expect.stringContaining('【志愿服务】志愿者已完成服务（2026-11-22 09:50:00）'),
        solvedOnTheSpot: { how: '志愿者已完成服务', at: new Date('2026-11-22T01:50:00Z'), by: '邻里互助队' },
      },
    });
  });

  it.each([
    ['the resident says that it is not solved', { evaluate: { result: '未解决', time: '2026-11-22 09:55:00' } }],
    ['a department has answered', { feedback: { ref: 'ref-1', text: '好', dept: '物业', time: '2026-11-22 09:55:00' } }],
  ])('was not solved on the spot when %s', (_what, change) => {
    const read = mapped({ claim: finished, status: '已完成', ...change });
    expect(read.kind === 'report' && read.draft.solvedOnTheSpot).toBeUndefined();
  });

  it.each(['已撤销', '已撤回', ' 已删除 '])('with the status %j was taken back', (status) => {
    expect(mapped({ status, content: null })).toEqual({
      kind: 'withdrawal',
      externalId: 'F1',
      at: new Date('2026-11-22T02:00:00Z'),
    });
  });

  it.each(['待认领', '已认领', '服务中', '已完成', '已回复', '以后再说'])('with the status %j was not', (status) => {
    expect(mapped({ status }).kind).toBe('report');
  });

  it.each([
    [{ evaluate: { result: '还行', time: null } }, 'evaluate.result'],
    [{ claim: { ...claim, claimTime: '昨天' } }, 'claim.claimTime'],
    [{ claim: '已认领' }, 'claim'],
  ])('with %j is rejected by its field', (change, field) => {
    expect(mapped(change)).toMatchObject({ kind: 'rejected', faults: [{ field }] });
  });
});
