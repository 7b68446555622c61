import { foldText } from '../../matching/letter-text.js';

/** A letter by what it says. */
export interface Letter {
  readonly subject: string;
  readonly body: string;
}

/** Characters of a body that stand for the subject where there is none: a letter begins with its matter. */
const HEAD_CHARS = 25;
/** How often a gram of the subject counts again in the whole, and how often on its own. */
const SUBJECT_COUNTS = 2;
const HEAD_COUNTS = 2;
/** Marks a gram of the head, so that it is told from the same gram further down. */
const HEAD_MARK = '^';

/** Places whose names were taken out (`A3区`) and figures say nothing of the topic. */
const NAMELESS_PLACE = /[a-z]\d*(?=[市区县])/gu;
const NO_WORD = /[^0-9a-z\u3400-\u4dbf\u4e00-\u9fff]+/gu;

function runsOf(text: string): string[] {
  const plain = foldText(text).replace(NAMELESS_PLACE, ' ').replace(NO_WORD, ' ').replace(/\d+/gu, '0').trim();
  return plain === '' ? [] : plain.split(' ');
}

/** Character grams up to a length with how often they were said; those of the subject once more, marked. */
export function countGrams({ subject, body }: Letter, longest: number): Map<string, number> {
  const counts = new Map<string, number>();
  const bodyRuns = runsOf(body);
  const subjectRuns = runsOf(subject);
  count(bodyRuns, longest, 1, '', counts);
  count(subjectRuns, longest, SUBJECT_COUNTS, '', counts);
  count(subjectRuns.length > 0 ? subjectRuns : headOf(bodyRuns), longest, HEAD_COUNTS, HEAD_MARK, counts);
  return counts;
}

/** The characters of a gram, wherever it stood. */
export const wordsOf = (gram: string): string => (gram.startsWith(HEAD_MARK) ? gram.slice(HEAD_MARK.length) : gram);

const headOf = (runs: readonly string[]): string[] => runs.join(' ').slice(0, HEAD_CHARS).trim().split(' ');

function count(runs: readonly string[], longest: number, times: number, mark: string, into: Map<string, number>): void {
  for (const run of runs)
    for (let size = 1; size <= longest; size += 1)
      for (let start = 0; start + size <= run.length; start += 1) {
        const gram = mark + run.slice(start, start + size);
        into.set(gram, (into.get(gram) ?? 0) + times);
      }
}
