import { countGrams, wordsOf } from '../learned-topics/topic-text.js';
import type { RoutingFacts } from './routing-facts.js';

/** One thing that is true of a case. */
export interface Feature {
  readonly key: string;
  /** Said to people; empty for what is true of every case. */
  readonly title: string;
  readonly value: number;
}

/** Length that all grams of a letter have together: as much as two facts. */
const LETTER_LENGTH = 1.5;
/** What a letter is about is said early; reading on costs time at each intake. */
const LETTER_CHARS = 400;
const LONGEST_GRAM = 2;

/** The facts of a case, some of them in pairs, and the character grams of its letter. */
export function featuresOf(facts: RoutingFacts): Feature[] {
  const { kind, family, street, quarter, channel, nature } = facts;
  return [
    { key: '', title: '', value: 1 },
    ...[
      ['k', kind],
      ['f', family],
      ['q', quarter],
      ['s', street],
      ['c', channel],
      ['n', nature],
      ['ks', kind, street],
      ['kq', kind, quarter],
      ['kc', kind, channel],
      ['fq', family, quarter],
      ['fs', family, street],
      ['fc', family, channel],
      ['qc', quarter, channel],
    ].flatMap(([name, ...words]) =>
      words.every((word) => word !== '') ? [{ key: `${name}|${words.join('|')}`, title: `“${words.join('＋')}”`, value: 1 }] : [],
    ),
    ...letterFeatures(facts.title, facts.body),
  ];
}

function letterFeatures(title: string, body: string): Feature[] {
  const counts = [...countGrams({ subject: title, body: body.slice(0, LETTER_CHARS) }, LONGEST_GRAM)];
  const length = Math.hypot(...counts.map(([, count]) => weightOf(count)));
  return counts.map(([gram, count]) => ({
    key: `t|${gram}`,
    title: `文中“${wordsOf(gram)}”`,
    value: (LETTER_LENGTH * weightOf(count)) / length,
  }));
}

/** Said twice is not twice as much. */
const weightOf = (count: number): number => 1 + Math.log(count);
