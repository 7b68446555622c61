import { UNCLASSIFIED } from '../report/report.js';
import type { SignalShare } from './match-decision.js';
import type { MatchSubject } from './match-subject.js';
import type { MatchingPolicy, Signal } from './matching-policy.js';
import { otherDistricts, placeEvidence } from './place-evidence.js';
import { share } from './signal-share.js';
import { textOverlap, type TextOverlap } from './text-overlap.js';

/** Overlap that two letters about nobody knows what have by chance, in the long run of a city's letters. */
const CHANCE = 0.06;
/** Overlap of two reports whose categories are known: what is left after the sort is alike anyhow, so words say less. */
const CHANCE_OF_SORT = 0.28;
/** Grams of the shorter text from which its overlap counts in full. */
const ENOUGH_GRAMS = 16;

/** What the words say: overlap of the texts, of the titles, and the places that are named. */
export function wordsSignals(a: MatchSubject, b: MatchSubject, policy: MatchingPolicy): SignalShare[] {
  const overlap = textOverlap(a.text, b.text, policy.rarity);
  return [
    ...textSignals(overlap, isSorted(a) && isSorted(b) ? CHANCE_OF_SORT : CHANCE, policy),
    ...placeSignals(a, b, overlap, policy),
    ...districtSignal(a, b, policy),
  ];
}

const isSorted = ({ category }: MatchSubject): boolean => category !== UNCLASSIFIED;

/** Below `ENOUGH_GRAMS` the two together stay under the threshold: a very short text never attaches by itself. */
function textSignals(overlap: TextOverlap, chance: number, policy: MatchingPolicy): SignalShare[] {
  if (overlap.grams === 0) return [];
  const short = overlap.grams < ENOUGH_GRAMS;
  const trust = short ? overlap.grams / ENOUGH_GRAMS : 1;
  const text = (policy.weights['text'] ?? 0) * (overlap.whole - chance) * trust;
  const title = (policy.weights['title'] ?? 0) * overlap.title * trust;
  const excess = short ? Math.max(1, (text + title) / (policy.attachFrom * 0.6)) : 1;
  const note = short ? '(文字太短,从轻)' : '';
  return [
    share('text', text / excess, `文字相似 ${percent(overlap.whole)}${note}`),
    share('title', title / excess, `标题相似 ${percent(overlap.title)}${note}`),
  ].filter(({ share: points }) => points !== 0);
}

const percent = (part: number): string => `${Math.round(part * 100)}%`;

function placeSignals(a: MatchSubject, b: MatchSubject, overlap: TextOverlap, policy: MatchingPolicy): SignalShare[] {
  const evidence = placeEvidence(a.text, b.text);
  const weight = (signal: Signal): number => policy.weights[signal] ?? 0;
  switch (evidence.kind) {
    case 'same-number':
      return [share('place-number', weight('place-number'), `同一门牌楼栋:${evidence.name}`)];
    case 'other-number':
      return [
        share('place-conflict', -weight('place-conflict'), `同在${evidence.name},号码不同:${evidence.numbers.join(' / ')}`),
      ];
    case 'same-name':
      return [share('place-name', weight('place-name') * evidence.part, `同一地点:${evidence.name}`)];
    case 'other-places': {
      const signal = evidence.numbered ? 'place-conflict' : 'place-other';
      return [share(signal, -weight(signal), `地点不同:${evidence.names.join(' / ')}`), ...templateSignal(overlap, policy)];
    }
    case 'none':
      return [];
  }
}

/** Nearly the same words about other places are a template letter: the places decide. */
function templateSignal(overlap: TextOverlap, policy: MatchingPolicy): SignalShare[] {
  const points = (policy.weights['place-template'] ?? 0) * overlap.whole * overlap.whole;
  return points === 0 ? [] : [share('place-template', -points, '同一套文字说的是不同地点')];
}

function districtSignal(a: MatchSubject, b: MatchSubject, policy: MatchingPolicy): SignalShare[] {
  const districts = otherDistricts(a.text, b.text);
  return districts === undefined
    ? []
    : [share('district', -(policy.weights['district'] ?? 0), `区县不同:${districts.join(' / ')}`)];
}
