import { describe, expect, it } from '@jest/globals';
import { as, type CategoryCode } from '../ids.js';
import { chooseLimits, type DeadlineSubject } from './choose-limits.js';
import type { DeadlinePolicy, DeadlineRule } from './deadline-policy.js';
import { USUAL_STAGES } from './stage-policy.js';

const well = as<CategoryCode>('P0101');
const other = as<CategoryCode>('E0113');

const general: DeadlineRule = {
  limits: { sign: { amount: 1, unit: 'working-day' }, resolve: { amount: 7, unit: 'natural-day' } },
};
const emergency: DeadlineRule = { urgency: 'emergency', limits: { resolve: { amount: 2, unit: 'urgent-hour' } } };
const urgent: DeadlineRule = { urgency: 'urgent', limits: { resolve: { amount: 24, unit: 'urgent-hour' } } };
const consultation: DeadlineRule = { nature: 'consultation', limits: { resolve: { amount: 2, unit: 'working-day' } } };
const complaint: DeadlineRule = { nature: 'complaint', limits: { resolve: { amount: 15, unit: 'working-day' } } };
const ofWells: DeadlineRule = { category: well, limits: { resolve: { amount: 3, unit: 'working-day' } }, origin: '本市' };

const policyOf = (rules: readonly DeadlineRule[], counts = true): DeadlinePolicy => ({
  profile: 'beijing',
  rules,
  warnAtShare: 0.8,
  stages: USUAL_STAGES,
  ...(counts ? { itemLimits: new Map([[well, { name: '上水井盖', limit: { amount: 4, unit: 'urgent-hour' as const } }]]) } : {}),
});
const resolve = (policy: DeadlinePolicy, subject: Partial<DeadlineSubject> = {}): string | undefined =>
  chooseLimits(policy, { category: well, nature: 'complaint', urgency: 'normal', ...subject }).find(
    ({ clock }) => clock === 'resolve',
  )?.because;

describe('chooseLimits', () => {
  it('counts by the items of the category where no rule names it, for the answer alone', () => {
    expect(chooseLimits(policyOf([general]), { category: well, nature: 'complaint', urgency: 'normal' })).toEqual([
      { clock: 'sign', limit: { amount: 1, unit: 'working-day' }, because: '一般诉求 1 个工作日 (beijing)' },
      { clock: 'resolve', limit: { amount: 4, unit: 'urgent-hour' }, because: '责任清单 P0101 上水井盖 4 个紧急工作时' },
    ]);
    expect(resolve(policyOf([general]), { category: other })).toBe('一般诉求 7 个自然日 (beijing)');
  });

  it.each<[string, readonly DeadlineRule[], Partial<DeadlineSubject>, string]>([
    ['a rule with the category before the items', [general, ofWells], {}, 'P0101 诉求 3 个工作日 (本市)'],
    [
      'a rule with the category before one for 特急',
      [general, emergency, ofWells],
      { urgency: 'emergency' },
      'P0101 诉求 3 个工作日 (本市)',
    ],
    [
      'a rule with the category before one for 特急 and a nature',
      [general, { ...emergency, nature: 'complaint' }, ofWells],
      { urgency: 'emergency' },
      'P0101 诉求 3 个工作日 (本市)',
    ],
    [
      'a rule with category and urgency before one with the category',
      [ofWells, { ...emergency, category: well }],
      { urgency: 'emergency' },
      'P0101 特急诉求 2 个紧急工作时 (beijing)',
    ],
    ['特急 before the items', [general, emergency], { urgency: 'emergency' }, '特急诉求 2 个紧急工作时 (beijing)'],
    ['the items before 紧急', [general, urgent], { urgency: 'urgent' }, '责任清单 P0101 上水井盖 4 个紧急工作时'],
    ['a rule for 咨询 before the items', [general, consultation], { nature: 'consultation' }, '咨询诉求 2 个工作日 (beijing)'],
    ['the items before any other nature', [general, complaint], {}, '责任清单 P0101 上水井盖 4 个紧急工作时'],
    ['the items where 咨询 has no rule', [general], { nature: 'consultation' }, '责任清单 P0101 上水井盖 4 个紧急工作时'],
    [
      'an urgency before a nature',
      [general, consultation, urgent],
      { category: other, nature: 'consultation', urgency: 'urgent' },
      '紧急诉求 24 个紧急工作时 (beijing)',
    ],
    [
      'two fields before one',
      [general, urgent, { ...urgent, nature: 'help', limits: { resolve: { amount: 3, unit: 'urgent-hour' } } }],
      { category: other, nature: 'help', urgency: 'urgent' },
      '紧急求助诉求 3 个紧急工作时 (beijing)',
    ],
    [
      'the items where the rule with the category is silent on the answer',
      [general, { category: well, limits: { sign: { amount: 1, unit: 'working-hour' } } }],
      {},
      '责任清单 P0101 上水井盖 4 个紧急工作时',
    ],
  ])('puts %s, wherever they stand', (_law, rules, subject, because) => {
    expect(resolve(policyOf(rules), subject)).toBe(because);
    expect(resolve(policyOf(rules.toReversed()), subject)).toBe(because);
  });

  it('puts of rules that say equally much the one that stands first', () => {
    const ours = { ...urgent, origin: '本市' };
    const subject = { category: other, urgency: 'urgent' as const };
    expect(resolve(policyOf([ours, urgent]), subject)).toBe('紧急诉求 24 个紧急工作时 (本市)');
    expect(resolve(policyOf([urgent, ours]), subject)).toBe('紧急诉求 24 个紧急工作时 (beijing)');
  });

  it('leaves the items alone where the city does not count by them', () => {
    expect(resolve(policyOf([general], false))).toBe('一般诉求 7 个自然日 (beijing)');
  });
});
