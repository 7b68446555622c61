import { classifyLetters, type LabelledLetter } from './classify-letters.js';
import { seeded, shuffle } from './margin-fit.js';
import type { Letter } from './topic-text.js';

/** Mean over the topics of F1, the harmonic mean of precision and recall: a small topic counts as much as a large one. */
export function macroF1(truth: readonly string[], said: readonly string[]): number {
  const topics = [...new Set(truth)];
  const scores = topics.map((topic) => {
    const right = truth.filter((its, index) => its === topic && said[index] === topic).length;
    const all = truth.filter((its) => its === topic).length + said.filter((its) => its === topic).length;
    return (2 * right) / all;
  });
  return scores.reduce((sum, score) => sum + score, 0) / topics.length;
}

export interface Validation {
  readonly folds: number;
  readonly macroF1: number;
  readonly accuracy: number;
}

/** Each fold is classified by what the others taught; `others` are letters without a topic that are asked along with it. */
export function validate(labelled: readonly LabelledLetter[], others: readonly Letter[], folds = 5): Validation {
  const order = labelled.map((_, index) => index);
  shuffle(order, seeded());
  const said: string[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const asked = order.filter((_, place) => place % folds === fold);
    const taught = order.filter((_, place) => place % folds !== fold);
    const letters = [...asked.map((index) => ({ ...labelled[index], topic: undefined })), ...others];
    const answers = classifyLetters(
      taught.map((index) => labelled[index]),
      letters,
    );
    asked.forEach((index, place) => (said[index] = answers[place]));
  }
  const truth = labelled.map(({ topic }) => topic);
  const right = truth.filter((topic, index) => topic === said[index]).length;
  return { folds, macroF1: macroF1(truth, said), accuracy: right / truth.length };
}
