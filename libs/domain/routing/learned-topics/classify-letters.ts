import { toVectors } from './gram-space.js';
import { nearest, ratioSeparators, separators, type Lesson, type Model } from './topic-models.js';
import { countGrams, type Letter } from './topic-text.js';

/** A letter whose topic is known. */
export interface LabelledLetter extends Letter {
  readonly topic: string;
}

/** Grams up to two characters: longer ones are too rare among some thousand letters to say more. */
const LONGEST_GRAM = 2;

/** Voices that err in different ways, and how much each says; measured by cross-validation (docs/routing.md). */
const VOICES: readonly { readonly share: number; readonly model: Model }[] = [
  { share: 1, model: separators(4) },
  { share: 1, model: ratioSeparators(0.03, 2) },
  { share: 0.6, model: nearest(15) },
];

/** A letter without a topic teaches too, when the voices are so much surer of one topic than of the next; it counts less. */
const SURE_BY = 0.2;
const UNLABELLED_WEIGHT = 0.1;

/**
 * The topic of each asked letter. The asked letters themselves help: what is sure of them is learned from once, so all of them
 * should be asked together. Deterministic; a minute for some thousand letters.
 */
export function classifyLetters(labelled: readonly LabelledLetter[], asked: readonly Letter[]): string[] {
  const topics = [...new Set(labelled.map(({ topic }) => topic))].sort();
  if (topics.length < 2) return asked.map(() => topics[0]);
  const space = toVectors([...labelled, ...asked].map((letter) => countGrams(letter, LONGEST_GRAM)));
  const places = asked.map((_, index) => labelled.length + index);
  const hear = (known: Lesson['known']): number[][] => {
    const said = VOICES.map(({ model }) => model({ ...space, known, topics: topics.length }, places));
    return places.map((_, letter) =>
      topics.map((_topic, topic) => VOICES.reduce((sum, { share }, voice) => sum + share * said[voice][letter][topic], 0)),
    );
  };
  const given = labelled.map(({ topic }, index) => ({ index, topic: topics.indexOf(topic), weight: 1 }));
  const alone = hear(given);
  const sure = alone.flatMap((scores, letter) => {
    const [first, second] = ranked(scores);
    const isSure = scores[first] - scores[second] > SURE_BY * VOICES.length;
    return isSure ? [{ index: places[letter], topic: first, weight: UNLABELLED_WEIGHT }] : [];
  });
  const together = hear([...given, ...sure]);
  return together.map((scores, letter) => topics[ranked(scores.map((score, topic) => score + alone[letter][topic]))[0]]);
}

const ranked = (scores: readonly number[]): number[] => [...scores.keys()].sort((a, b) => scores[b] - scores[a]);
