import type { CategoryCode } from '../ids.js';
import type { Nature, Urgency } from '../report/report.js';
import {
  CLOCKS,
  type ClockKind,
  type DeadlinePolicy,
  type DeadlineRule,
  type TimeLimit,
  type TimeUnit,
} from './deadline-policy.js';

/** What a deadline rule looks at. */
export interface DeadlineSubject {
  readonly category: CategoryCode;
  readonly nature: Nature;
  readonly urgency: Urgency;
}

/** The limit one clock runs by, with the sentence that says where it comes from. */
export interface ChosenLimit {
  readonly clock: ClockKind;
  readonly limit: TimeLimit;
  readonly because: string;
}

const URGENCY_NAMES: Record<Urgency, string> = { emergency: '特急', urgent: '紧急', normal: '一般', complex: '疑难' };
const NATURE_NAMES: Record<Nature, string> = {
  consultation: '咨询',
  help: '求助',
  complaint: '投诉',
  'tip-off': '举报',
  suggestion: '建议',
  praise: '感谢',
  other: '其他',
};
const UNIT_NAMES: Record<TimeUnit, string> = {
  'urgent-hour': '个紧急工作时',
  'working-hour': '个工作时',
  'working-day': '个工作日',
  'natural-day': '个自然日',
};

const matches = (rule: DeadlineRule, subject: DeadlineSubject): boolean =>
  (rule.category === undefined || rule.category === subject.category) &&
  (rule.nature === undefined || rule.nature === subject.nature) &&
  (rule.urgency === undefined || rule.urgency === subject.urgency);

/** More fields win; among equals a category says more than an urgency, and an urgency more than a nature. */
function weight(rule: DeadlineRule): number {
  const fields = [rule.category, rule.urgency, rule.nature].filter((field) => field !== undefined).length;
  return (
    fields * 10 +
    (rule.category === undefined ? 0 : 4) +
    (rule.urgency === undefined ? 0 : 2) +
    (rule.nature === undefined ? 0 : 1)
  );
}

function sentence(rule: DeadlineRule, limit: TimeLimit, profile: string): string {
  const urgency = rule.urgency === undefined ? '' : URGENCY_NAMES[rule.urgency];
  const nature = rule.nature === undefined ? '' : NATURE_NAMES[rule.nature];
  const kind = `${urgency}${nature}` || (rule.category === undefined ? '一般' : '');
  const what = [rule.category, `${kind}诉求`].filter((part) => part !== undefined).join(' ');
  return `${what} ${limit.amount} ${UNIT_NAMES[limit.unit]} (${profile})`;
}

function choose(policy: DeadlinePolicy, subject: DeadlineSubject): ChosenLimit[] {
  const rules = policy.rules.filter((rule) => matches(rule, subject)).sort((a, b) => weight(b) - weight(a));
  return CLOCKS.flatMap((clock) => {
    const rule = rules.find((candidate) => candidate.limits[clock] !== undefined);
    const limit = rule?.limits[clock];
    return rule && limit ? [{ clock, limit, because: sentence(rule, limit, policy.profile) }] : [];
  });
}

const chosen = new WeakMap<DeadlinePolicy, Map<string, readonly ChosenLimit[]>>();

/** The limit of each clock for a kind of case: of the rules that match and name the clock, the most specific. Remembered per policy. */
export function chooseLimits(policy: DeadlinePolicy, subject: DeadlineSubject): readonly ChosenLimit[] {
  let known = chosen.get(policy);
  if (!known) {
    known = new Map();
    chosen.set(policy, known);
  }
  const key = `${subject.category}|${subject.nature}|${subject.urgency}`;
  let limits = known.get(key);
  if (!limits) {
    limits = choose(policy, subject);
    known.set(key, limits);
  }
  return limits;
}
