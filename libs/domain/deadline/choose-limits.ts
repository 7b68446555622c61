import type { CategoryCode } from '../ids.js';
import type { Nature, Urgency } from '../report/report.js';
import { CLOCKS, type ClockKind, type DeadlinePolicy, type DeadlineRule, type TimeLimit } from './deadline-policy.js';
import { limitInWords } from './limit-words.js';

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
const matches = (rule: DeadlineRule, subject: DeadlineSubject): boolean =>
  (rule.category === undefined || rule.category === subject.category) &&
  (rule.nature === undefined || rule.nature === subject.nature) &&
  (rule.urgency === undefined || rule.urgency === subject.urgency);

/** How much what a limit comes from says of the case, from the least to the most. */
const GENERAL = 0;
const ITEM = 1;
const EMERGENCY = 2;
const CATEGORY = 3;

/** 咨询, 建议, 感谢 ask for words; what an item of the duty list says is how long work takes. */
const WORDS_ONLY: readonly Nature[] = ['consultation', 'suggestion', 'praise'];

function tierOf({ category, urgency }: DeadlineRule): number {
  if (category !== undefined) return CATEGORY;
  return urgency === 'emergency' ? EMERGENCY : GENERAL;
}

/** Within a tier more fields win, and of two equally many an urgency says more than a nature. */
function weight(rule: DeadlineRule): number {
  const fields = [rule.category, rule.urgency, rule.nature].filter((field) => field !== undefined).length;
  return tierOf(rule) * 100 + fields * 10 + (rule.urgency === undefined ? 0 : 1);
}

function sentence(rule: DeadlineRule, limit: TimeLimit, profile: string): string {
  const urgency = rule.urgency === undefined ? '' : URGENCY_NAMES[rule.urgency];
  const nature = rule.nature === undefined ? '' : NATURE_NAMES[rule.nature];
  const kind = `${urgency}${nature}` || (rule.category === undefined ? '一般' : '');
  const what = [rule.category, `${kind}诉求`].filter((part) => part !== undefined).join(' ');
  return `${what} ${limitInWords(limit)} (${rule.origin ?? profile})`;
}

function choose(policy: DeadlinePolicy, subject: DeadlineSubject): ChosenLimit[] {
  const { category } = subject;
  const item = policy.itemLimits?.get(category);
  const rules = policy.rules.filter((rule) => matches(rule, subject)).sort((a, b) => weight(b) - weight(a));
  return CLOCKS.flatMap((clock) => {
    const rule = rules.find((candidate) => candidate.limits[clock] !== undefined);
    const takesWork = !(WORDS_ONLY.includes(subject.nature) && rule?.nature !== undefined);
    if (clock === 'resolve' && item && takesWork && (!rule || tierOf(rule) < ITEM))
      return [{ clock, limit: item.limit, because: `责任清单 ${category} ${item.name} ${limitInWords(item.limit)}` }];
    const limit = rule?.limits[clock];
    return rule && limit ? [{ clock, limit, because: sentence(rule, limit, policy.profile) }] : [];
  });
}

const chosen = new WeakMap<DeadlinePolicy, Map<string, readonly ChosenLimit[]>>();

/**
 * The limit of each clock for a kind of case, remembered per policy. A rule that names the category wins, since somebody wrote it for
 * just this matter; then one for 特急, since danger does not wait for what its kind usually takes; then, for `resolve`, the limit of the
 * category's items in the duty list, unless a rule speaks of a nature that only asks for words; then rules of urgency and nature, which tell of the letter and not of the matter; then the general one.
 */
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
