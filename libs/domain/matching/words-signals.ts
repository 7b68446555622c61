import { UNCLASSIFIED } from '../report/report.js';
import type { MatchSubject } from './match-subject.js';
import type { MatchingPolicy } from './matching-policy.js';
import { otherDistricts, placeEvidence } from './place-evidence.js';
import { finding, type Finding } from './signal-share.js';
import { textOverlap, type TextOverlap } from './text-overlap.js';

/** Overlap that any two letters of a city have by chance. */
const CHANCE = 0.06;
/** Overlap by chance where both categories are known: reports of one sort sound alike, so their words say less. */
const CHANCE_OF_SORT = 0.36;
/** Grams of the shorter text from which its overlap counts in full. */
const ENOUGH_GRAMS = 16;
/** What very short texts may contribute at most, of the threshold: they never attach by themselves. */
const SHORT_TEXT_CAP = 0.6;

/** What the words say: overlap of the texts, of the titles, and the places that are named. */
export function wordsSignals(a: MatchSubject, b: MatchSubject, policy: MatchingPolicy): Finding[] {
  const overlap = textOverlap(a.text, b.text, policy.rarity);
  const sorted = a.category !== UNCLASSIFIED && b.category !== UNCLASSIFIED;
  return [
    ...textSignals(overlap, sorted ? CHANCE_OF_SORT : CHANCE, policy),
    ...placeSignals(a, b, overlap, policy),
    ...districtSignal(a, b, policy),
  ];
}

function textSignals(overlap: TextOverlap, chance: number, policy: MatchingPolicy): Finding[] {
  if (overlap.grams === 0) return [];
  const trust = Math.min(1, overlap.grams / ENOUGH_GRAMS);
  const [text, title] = [overlap.whole - chance, overlap.title];
  const points = ((policy.weights['text'] ?? 0) * text + (policy.weights['title'] ?? 0) * title) * trust;
  const part = trust === 1 ? 1 : trust / Math.max(1, points / (policy.attachFrom * SHORT_TEXT_CAP));
  const note = trust === 1 ? '' : '(文字太短,从轻)';
  return [
    finding(policy, 'text', text * part, () => `文字相似 ${percent(overlap.whole)}${note}`),
    finding(policy, 'title', title * part, () => `标题相似 ${percent(overlap.title)}${note}`),
  ];
}

const percent = (part: number): string => `${Math.round(part * 100)}%`;

function placeSignals(a: MatchSubject, b: MatchSubject, overlap: TextOverlap, policy: MatchingPolicy): Finding[] {
  const evidence = placeEvidence(a.text, b.text);
  switch (evidence.kind) {
    case 'same-number':
      return [finding(policy, 'place-number', 1, () => `同一门牌楼栋:${evidence.name}`)];
    case 'other-number':
      return [finding(policy, 'place-conflict', -1, () => `同在${evidence.name},号码不同:${evidence.numbers.join(' / ')}`)];
    case 'same-name':
      return [finding(policy, 'place-name', evidence.part, () => `同一地点:${evidence.name}`)];
    case 'other-places':
      return [
        finding(
          policy,
          evidence.toTheDoor ? 'place-conflict' : 'place-other',
          -1,
          () => `地点不同:${evidence.names.join(' / ')}`,
        ),
        // Nearly the same words about other places are a template letter: the places decide.
        finding(policy, 'place-template', -(overlap.whole ** 2), () => '同一套文字说的是不同地点'),
      ];
    case 'none':
      return [];
  }
}

function districtSignal(a: MatchSubject, b: MatchSubject, policy: MatchingPolicy): Finding[] {
  const districts = otherDistricts(a.text, b.text);
  return districts === undefined ? [] : [finding(policy, 'district', -1, () => `区县不同:${districts.join(' / ')}`)];
}
