import type { MatchDecision, SignalShare } from './match-decision.js';
import type { MatchSubject } from './match-subject.js';
import type { MatchingPolicy, Signal } from './matching-policy.js';
import { scorePair } from './score-pair.js';

/** What a signal is called where people read it. */
const SIGNAL_TITLES: Readonly<Record<Signal, string>> = {
  identity: '同一记录',
  relay: '转办',
  text: '全文',
  title: '标题',
  'rare-words': '少见字词',
  'place-number': '门牌楼栋',
  'place-name': '地名',
  'place-conflict': '门牌不同',
  'place-other': '地点不同',
  'place-template': '同文异地',
  district: '区县',
  component: '部件编号',
  distance: '距离',
  grid: '网格',
  area: '街道社区',
  category: '类别',
  'category-sibling': '类别相近',
  'category-other': '类别不同',
  time: '时间',
  'time-outside': '时间太远',
  caller: '来电人',
  platform: '平台',
  unsorted: '未归类',
  case: '整个案件',
};

/** The table a person reads: the strongest signal first, whether for or against. */
export function explainMatch(decision: MatchDecision): SignalShare[] {
  return decision.kind === 'new' ? [] : strongestFirst(decision.shares);
}

/** Shares in the order in which they decided. */
const strongestFirst = (shares: readonly SignalShare[]): SignalShare[] =>
  [...shares].sort((a, b) => Math.abs(b.share) - Math.abs(a.share) || (a.signal < b.signal ? -1 : 1));

/** Why two reports are, or are not, one matter: the table that a person reads. */
export interface ExplainedPair {
  readonly score: number;
  readonly shares: readonly (SignalShare & { readonly title: string })[];
  /** What the score alone would lead to. */
  readonly verdict: '并单' | '询问' | '另立';
  readonly attachFrom: number;
  readonly suggestFrom: number;
}

/** The shares of a pair, the strongest first, and what they come to. */
export function explainPair(a: MatchSubject, b: MatchSubject, policy: MatchingPolicy): ExplainedPair {
  const { score, shares } = scorePair(a, b, policy);
  const { attachFrom, suggestFrom } = policy;
  const verdict = score >= attachFrom ? '并单' : score >= suggestFrom ? '询问' : '另立';
  const titled = strongestFirst(shares).map((share) => ({ ...share, title: SIGNAL_TITLES[share.signal as Signal] }));
  return { score, shares: titled, verdict, attachFrom, suggestFrom };
}
