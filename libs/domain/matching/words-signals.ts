import type { MatchSubject } from './match-subject.js';
import type { MatchingPolicy, Weights } from './matching-policy.js';
import { otherDistricts, placeEvidence } from './place-evidence.js';
import { EVEN_RARITY, type Rarity } from './rarity.js';
import { finding, type Finding } from './signal-share.js';
import { textOverlap, type TextOverlap } from './text-overlap.js';

/** Grams of the shorter text from which its overlap counts in full. */
const ENOUGH_GRAMS = 16;

/** What the words say: how much the texts and titles share, how rare it is, and the places that are named. */
export function wordsSignals(a: MatchSubject, b: MatchSubject, policy: MatchingPolicy, weights: Weights): Finding[] {
  const rarity = policy.rarity ?? EVEN_RARITY;
  const overlap = textOverlap(a.text, b.text, rarity);
  return [...textSignals(overlap, weights), ...placeSignals(a, b, overlap, rarity, weights), ...districtSignal(a, b, weights)];
}

/** Roots, since what two letters of one matter share is little of either. Very short texts count in part. */
function textSignals({ whole, title, weight, grams }: TextOverlap, weights: Weights): Finding[] {
  if (weight === 0) return [];
  const trust = Math.min(1, grams / ENOUGH_GRAMS);
  const note = trust === 1 ? '' : '(文字太短,从轻)';
  return [
    finding(weights, 'text', Math.sqrt(whole) * trust, () => `全文相似 ${percent(whole)}${note}`),
    finding(weights, 'title', Math.sqrt(title) * trust, () => `标题所说,对方也说到 ${percent(title)}${note}`),
    finding(weights, 'rare-words', Math.log1p(weight) * trust, () => `共有的少见字词约 ${Math.round(weight)} 处${note}`),
  ];
}

const percent = (part: number): string => `${Math.round(part * 100)}%`;

function placeSignals(a: MatchSubject, b: MatchSubject, overlap: TextOverlap, rarity: Rarity, weights: Weights): Finding[] {
  const evidence = placeEvidence(a.text, b.text, rarity);
  switch (evidence.kind) {
    case 'same-number':
      return [finding(weights, 'place-number', 1, () => `同一门牌楼栋:${evidence.name}`)];
    case 'other-number':
      return [
        finding(weights, 'place-conflict', -1, () => `同在${evidence.name},号码不同:${evidence.numbers.join(' / ')}`),
        template(overlap, weights),
      ];
    case 'same-name':
      return [finding(weights, 'place-name', evidence.part, () => `同一地点:${evidence.name}`)];
    case 'other-places':
      return [
        finding(
          weights,
          evidence.toTheDoor ? 'place-conflict' : 'place-other',
          -1,
          () => `地点不同:${evidence.names.join(' / ')}`,
        ),
        template(overlap, weights),
      ];
    case 'none':
      return [];
  }
}

/** Nearly the same words about other places are a template letter: the places decide. */
const template = ({ whole }: TextOverlap, weights: Weights): Finding =>
  finding(weights, 'place-template', -(whole ** 2), () => '同一套文字说的是不同地点');

function districtSignal(a: MatchSubject, b: MatchSubject, weights: Weights): Finding[] {
  const districts = otherDistricts(a.text, b.text);
  return districts === undefined ? [] : [finding(weights, 'district', -1, () => `区县不同:${districts.join(' / ')}`)];
}
