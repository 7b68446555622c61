import { describe, expect, it } from '@jest/globals';
import { as, type CategoryCode } from '../ids.js';
import { chineseWorkCalendar } from './chinese-work-calendar.js';
import type { DeadlinePolicy } from './deadline-policy.js';
import { promiseDeadlines, type DeadlineStart } from './promise-deadlines.js';
import { USUAL_STAGES } from './stage-policy.js';

const calendar = chineseWorkCalendar({
  zone: 'Asia/Shanghai',
  hours: [
    [480, 720],
    [840, 1080],
  ],
  lastKnownYear: 2026,
});
const rubbish = as<CategoryCode>('E0110');

const policy: DeadlinePolicy = {
  profile: 'beijing',
  warnAtShare: 0.8,
  stages: USUAL_STAGES,
  rules: [
    { limits: { dispatch: { amount: 24, unit: 'urgent-hour' }, resolve: { amount: 7, unit: 'natural-day' } } },
    { urgency: 'emergency', limits: { resolve: { amount: 2, unit: 'urgent-hour' } } },
    { nature: 'consultation', limits: { resolve: { amount: 2, unit: 'working-day' } } },
    { category: rubbish, limits: { resolve: { amount: 5, unit: 'working-hour' } } },
    { category: rubbish, urgency: 'emergency', limits: { resolve: { amount: 1, unit: 'urgent-hour' } } },
  ],
};

const local = (text: string): Date => new Date(`${text}:00+08:00`);
const start = (changes: Partial<DeadlineStart> = {}): DeadlineStart => ({
  category: as<CategoryCode>('E0113'),
  nature: 'complaint',
  urgency: 'normal',
  openedAt: local('2026-11-20T16:00'),
  ...changes,
});
const resolve = (changes: Partial<DeadlineStart> = {}) =>
  promiseDeadlines(policy, start(changes), calendar).find(({ clock }) => clock === 'resolve');

describe('promiseDeadlines', () => {
  it('starts every clock the policy names when the case opens', () => {
    expect(promiseDeadlines(policy, start(), calendar)).toEqual([
      {
        clock: 'dispatch',
        startsAt: local('2026-11-20T16:00'),
        warnAt: local('2026-11-21T11:12'),
        dueAt: local('2026-11-21T16:00'),
        unit: 'urgent-hour',
        because: '一般诉求 24 个紧急工作时 (beijing)',
      },
      {
        clock: 'resolve',
        startsAt: local('2026-11-20T16:00'),
        warnAt: local('2026-11-26T06:24'),
        dueAt: local('2026-11-27T16:00'),
        unit: 'natural-day',
        because: '一般诉求 7 个自然日 (beijing)',
      },
    ]);
  });

  it.each([
    [{ urgency: 'emergency' as const }, '特急诉求 2 个紧急工作时 (beijing)'],
    [{ nature: 'consultation' as const }, '咨询诉求 2 个工作日 (beijing)'],
    [{ category: rubbish }, 'E0110 诉求 5 个工作时 (beijing)'],
    [{ category: rubbish, nature: 'consultation' as const }, 'E0110 诉求 5 个工作时 (beijing)'],
    [{ category: rubbish, urgency: 'emergency' as const }, 'E0110 特急诉求 1 个紧急工作时 (beijing)'],
  ])('lets the most specific rule win for %j', (changes, because) => {
    expect(resolve(changes)?.because).toBe(because);
  });

  it('warns after a share of the working time', () => {
    expect(resolve({ category: rubbish })).toMatchObject({ warnAt: local('2026-11-23T10:00'), dueAt: local('2026-11-23T11:00') });
  });

  it("takes the source's own deadline when it is earlier", () => {
    expect(resolve({ sourceDueAt: local('2026-11-21T02:00') })).toEqual({
      clock: 'resolve',
      startsAt: local('2026-11-20T16:00'),
      warnAt: local('2026-11-21T00:00'),
      dueAt: local('2026-11-21T02:00'),
      unit: 'natural-day',
      because: '来源平台的期限，早于 一般诉求 7 个自然日 (beijing)',
    });
  });

  it("keeps ours when the source's is later", () => {
    expect(resolve({ sourceDueAt: local('2026-12-20T16:00') })?.dueAt).toEqual(local('2026-11-27T16:00'));
  });

  it('warns at once when the source was due before the case opened', () => {
    expect(resolve({ sourceDueAt: local('2026-11-20T10:00') })).toMatchObject({
      warnAt: local('2026-11-20T10:00'),
      dueAt: local('2026-11-20T10:00'),
    });
  });
});
