import type { TextProfile } from './match-subject.js';
import { namedPlaces } from './named-places.js';
import { otherDistricts, placeEvidence } from './place-evidence.js';
import type { ReportInHand } from './report-in-hand.js';
import type { Scale } from './scale.js';
import { SAY } from './sentences.js';
import { AT } from './signal-at.js';
import type { Tally } from './tally.js';
import { textOverlap, type SharedGrams } from './text-overlap.js';

/** Grams of the shorter text from which its overlap counts in full. */
const ENOUGH_GRAMS = 16;

/** What the named places say, and the districts; true when the places are other ones. */
export function placeSignals(report: ReportInHand, b: TextProfile, tally: Tally): boolean {
  const places = namedPlaces(b);
  const evidence = placeEvidence(report, places, b);
  const districts = otherDistricts(report.places, places);
  if (districts !== undefined) tally.add(AT.district, -1, SAY.otherDistricts, districts[0], districts[1]);
  switch (evidence.kind) {
    case 'same-number':
      tally.add(AT['place-number'], 1, SAY.samePlaceNumber, evidence.name, evidence.number);
      return false;
    case 'other-number':
      tally.add(AT['place-conflict'], -1, SAY.otherNumber, evidence.name, evidence.numbers[0], evidence.numbers[1]);
      return true;
    case 'same-name':
      tally.add(AT['place-name'], evidence.part, SAY.samePlace, evidence.name);
      return false;
    case 'other-places': {
      const at = evidence.toTheDoor ? AT['place-conflict'] : AT['place-other'];
      tally.add(at, -1, SAY.otherPlaces, evidence.names[0], evidence.names[1]);
      return true;
    }
    case 'none':
      return false;
  }
}

/**
 * How much the texts and titles share, and how rare it is. Roots, since what two letters of one matter share is little of
 * either. Very short texts count in part. Nearly the same words about other places are a template letter: the places decide.
 */
export function textSignals(
  report: ReportInHand,
  b: TextProfile,
  shared: SharedGrams,
  areOtherPlaces: boolean,
  tally: Tally,
): void {
  const { whole, title } = textOverlap(report, b, shared);
  const trust = trustIn(report.subject.text, b);
  tally.add(AT.text, Math.sqrt(whole) * trust, SAY.textsAlike, whole, trust);
  tally.add(AT.title, Math.sqrt(title) * trust, SAY.titlesTold, title, trust);
  tally.add(AT['rare-words'], Math.log1p(shared.weight) * trust, SAY.rareWords, shared.weight, trust);
  if (areOtherPlaces) tally.add(AT['place-template'], -(whole ** 2), SAY.templateLetter);
}

/** The most that `placeSignals` could add. */
export const mostOfPlaces = ({ rarity }: ReportInHand, { mostOfPlaces: most, weights }: Scale): number =>
  most + Math.max(0, weights[AT['place-name']] * rarity.most);

/** The most that `textSignals` could add for texts that share at most so much weight, and at most such a part of the whole. */
export const mostOfTexts = (weight: number, whole: number, { mostOfTexts: most, weights }: Scale): number =>
  weight === 0
    ? 0
    : most + Math.max(0, weights[AT.text] * Math.sqrt(whole)) + Math.max(0, weights[AT['rare-words']] * Math.log1p(weight));

const trustIn = (a: TextProfile, b: TextProfile): number => Math.min(1, Math.min(a.grams.length, b.grams.length) / ENOUGH_GRAMS);
