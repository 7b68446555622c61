import { toVectors } from './gram-space.js';
import { nearest, ratioSeparators, separators, type Lesson, type Model } from './topic-models.js';
import { countGrams, type Letter } from './topic-text.js';

/** A letter whose topic is known. */
export interface LabelledLetter extends Letter {
  readonly topic: string;
}

interface Voice {
  readonly longest: number;
  readonly share: number;
  readonly model: Model;
}

/** Voices that err in different ways, and how much each says; measured by cross-validation (docs/routing.md). */
const VOICES: readonly Voice[] = [
  { longest: 2, share: 1, model: separators(4) },
  { longest: 2, share: 1, model: ratioSeparators(0.03, 2) },
  { longest: 3, share: 1, model: separators(10) },
  { longest: 2, share: 0.6, model: nearest(15) },
];

/** A letter without a topic teaches too, when the voices are so much surer of one topic than of the next; it counts less. */
const SURE_BY = 0.2;
const UNLABELLED_WEIGHT = 0.3;

/**
 * The topic of each asked letter. The asked letters themselves help: what is sure of them is learned from once, so all of them
 * should be asked together. Deterministic; a minute for some thousand letters.
 */
export function classifyLetters(labelled: readonly LabelledLetter[], asked: readonly Letter[]): string[] {
  const topics = [...new Set(labelled.map(({ topic }) => topic))].sort();
  if (topics.length < 2) return asked.map(() => topics[0]);
  const letters = [...labelled, ...asked];
  const spaces = new Map(
    [...new Set(VOICES.map(({ longest }) => longest))].map((longest) => [
      longest,
      toVectors(letters.map((letter) => countGrams(letter, longest))),
    ]),
  );
  const places = asked.map((_, index) => labelled.length + index);
  const given = labelled.map(({ topic }, index) => ({ index, topic: topics.indexOf(topic), weight: 1 }));

  const hear = (known: Lesson['known']): number[][] => {
    const sums = asked.map(() => topics.map(() => 0));
    for (const { longest, share, model } of VOICES) {
      const space = spaces.get(longest);
      if (!space) continue;
      const said = model({ ...space, known, topics: topics.length }, places);
      said.forEach((scores, letter) => scores.forEach((value, topic) => (sums[letter][topic] += share * value)));
    }
    return sums;
  };
  const sure = hear(given).flatMap((scores, letter) => {
    const [first, second] = ranked(scores);
    return scores[first] - scores[second] > SURE_BY * VOICES.length
      ? [{ index: places[letter], topic: first, weight: UNLABELLED_WEIGHT }]
      : [];
  });
  return hear([...given, ...sure]).map((scores) => topics[ranked(scores)[0]]);
}

const ranked = (scores: readonly number[]): number[] => [...scores.keys()].sort((a, b) => scores[b] - scores[a]);
