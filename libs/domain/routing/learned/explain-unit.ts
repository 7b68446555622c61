import { CONTEXTS } from './contexts.js';
import type { Learned, Reading } from './reading.js';

const REASONS = 3;
/** A reason that adds less than this to the score is none. */
const SPEAKS = 0.05;
/** That the others got even fewer of the alike cases is no reason for a unit that got none. */
const CASES_NEEDED = 0.5;

interface Reason {
  readonly says: number;
  readonly sentence: string;
}

/** Why a unit rather than the others that were likely: the strongest reasons first, in Chinese. */
export function explainUnit(unit: number, rivals: readonly number[], reading: Reading, learned: Learned): string {
  const others = rivals.filter((rival) => rival !== unit);
  const ahead = (says: (unit: number) => number): number =>
    says(unit) - others.reduce((sum, rival) => sum + says(rival), 0) / Math.max(1, others.length);
  const id = learned.units.ids[unit];
  const reasons: Reason[] = [
    ...reading.votes.flatMap((vote) => {
      const got = vote.shares.of.get(id) ?? 0;
      if (got < CASES_NEEDED) return [];
      const says = ahead((index) => learned.trust.of(vote, learned.units.ids[index], reading.usual[index]));
      return [{ says, sentence: counted(CONTEXTS[vote.context].title, got, vote.shares.total) }];
    }),
    ...reading.features.flatMap((feature) =>
      feature.title === ''
        ? []
        : [{ says: ahead((index) => learned.weights.of(feature, index)), sentence: `${feature.title}多由其办理` }],
    ),
  ];
  const strongest = reasons.filter(({ says }) => says > SPEAKS).sort((a, b) => b.says - a.says);
  const kept = strongest.slice(0, REASONS);
  return kept.length === 0 ? '没有相似的已办诉求，按总体派单情况估计' : kept.map(({ sentence }) => sentence).join('；');
}

/** Old cases count for less, so the numbers need not be whole. */
function counted(title: string, got: number, of: number): string {
  const round = (cases: number): string => (cases >= 10 ? cases.toFixed(0) : cases.toFixed(1).replace(/\.0$/u, ''));
  return `${title}近期折合 ${round(of)} 件，其中 ${round(Math.min(got, of))} 件由其办理`;
}
