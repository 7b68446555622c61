import type { SparseVector } from './gram-space.js';
import { fitMargin, score } from './margin-fit.js';

/** Letters in one space; `known` are indexes of those whose topic is given, with it and how much each counts. */
export interface Lesson {
  readonly vectors: readonly SparseVector[];
  readonly size: number;
  readonly known: readonly { readonly index: number; readonly topic: number; readonly weight: number }[];
  readonly topics: number;
}

/** Says for letters, by index, how much speaks for each topic: above 0 for it, about 1 when sure. */
export type Model = (lesson: Lesson, asked: readonly number[]) => number[][];

const topicsOf = ({ topics }: Lesson): number[] => Array.from({ length: topics }, (_, topic) => topic);

const sidesOf = ({ known }: Lesson, topic: number, vectors: readonly SparseVector[]) => ({
  vectors,
  side: known.map((example) => (example.topic === topic ? 1 : -1) as 1 | -1),
  weight: known.map(({ weight }) => weight),
});

/** One separator a topic against the rest. */
export const separators =
  (cost: number): Model =>
  (lesson, asked) => {
    const vectors = lesson.known.map(({ index }) => lesson.vectors[index]);
    const each = topicsOf(lesson).map((topic) => fitMargin(sidesOf(lesson, topic, vectors), lesson.size, cost));
    return asked.map((index) => each.map((weights) => score(weights, lesson.vectors[index])));
  };

/** The same over grams weighed by how much likelier they are in the topic than in the rest (NB-SVM, Wang and Manning 2012). */
export const ratioSeparators =
  (before: number, cost: number): Model =>
  (lesson, asked) => {
    const said = asked.map((): number[] => []);
    for (const topic of topicsOf(lesson)) {
      const ratios = ratiosOf(lesson, topic, before);
      const vectors = lesson.known.map(({ index }) => scaled(lesson.vectors[index], ratios));
      const weights = fitMargin(sidesOf(lesson, topic, vectors), lesson.size, cost);
      asked.forEach((index, place) => said[place].push(score(weights, scaled(lesson.vectors[index], ratios))));
    }
    return said;
  };

function ratiosOf({ vectors, known, size }: Lesson, topic: number, before: number): Float64Array {
  const inside = new Float64Array(size).fill(before);
  const outside = new Float64Array(size).fill(before);
  for (const { index, topic: its, weight } of known) {
    const into = its === topic ? inside : outside;
    const { at, values } = vectors[index];
    for (let i = 0; i < at.length; i += 1) into[at[i]] += weight * values[i];
  }
  const sum = (part: Float64Array): number => part.reduce((all, value) => all + value, 0);
  const scale = Math.log(sum(outside) / sum(inside));
  return inside.map((value, place) => Math.log(value / outside[place]) + scale);
}

const scaled = ({ at, values }: SparseVector, by: Float64Array): SparseVector => ({
  at,
  values: values.map((value, i) => value * by[at[i]]),
});

/** The topics of the nearest letters by cosine, as shares. */
export const nearest =
  (neighbours: number): Model =>
  ({ vectors, known, topics, size }, asked) => {
    const holders: number[][] = Array.from({ length: size }, () => []);
    known.forEach(({ index }, place) =>
      vectors[index].at.forEach((gram, i) => holders[gram].push(place, vectors[index].values[i])),
    );
    return asked.map((index) => {
      const near = new Float64Array(known.length);
      const { at, values } = vectors[index];
      at.forEach((gram, i) => {
        const list = holders[gram];
        for (let j = 0; j < list.length; j += 2) near[list[j]] += list[j + 1] * values[i];
      });
      const closest = [...near.keys()].sort((a, b) => near[b] - near[a]).slice(0, neighbours);
      const shares = Array.from({ length: topics }, () => 0);
      const all = closest.reduce((sum, place) => sum + near[place], 0) || 1;
      for (const place of closest) shares[known[place].topic] += near[place] / all;
      return shares;
    });
  };
