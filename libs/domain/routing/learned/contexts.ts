import type { RoutingFacts } from './routing-facts.js';

/** Cases that are alike in some way; who got them says who gets the next one. */
export interface Context {
  /** Said to people: "同社区同类诉求". */
  readonly title: string;
  /** Days after which a case counts half. */
  readonly halfLife: number;
  readonly keyOf: (facts: RoutingFacts) => string;
  /**
   * Set: units of other places count too, by the work they do. A case goes to the unit that does the same work in the place
   * that this names.
   */
  readonly placeOf?: (facts: RoutingFacts) => string;
}

const key = (...words: readonly string[]): string => words.join('|');

/** Half-lives and the choice of contexts were measured on the first half of a year's dispatches (docs/routing.md). */
export const CONTEXTS: readonly Context[] = [
  { title: '同类诉求', halfLife: 60, keyOf: ({ kind }) => key(kind) },
  { title: '近几日同类诉求', halfLife: 2, keyOf: ({ kind }) => key(kind) },
  { title: '同社区同类诉求', halfLife: 90, keyOf: ({ kind, quarter }) => key(kind, quarter) },
  { title: '近几日同社区同类诉求', halfLife: 3, keyOf: ({ kind, quarter }) => key(kind, quarter) },
  { title: '同街道同类诉求', halfLife: 60, keyOf: ({ kind, street }) => key(kind, street) },
  { title: '近几日同街道同类诉求', halfLife: 3, keyOf: ({ kind, street }) => key(kind, street) },
  { title: '同渠道同类诉求', halfLife: 60, keyOf: ({ kind, channel }) => key(kind, channel) },
  { title: '同社区同渠道同类诉求', halfLife: 90, keyOf: ({ kind, quarter, channel }) => key(kind, quarter, channel) },
  { title: '同性质同类诉求', halfLife: 90, keyOf: ({ kind, nature }) => key(kind, nature) },
  { title: '同大类诉求', halfLife: 60, keyOf: ({ family }) => key(family) },
  { title: '同社区同大类诉求', halfLife: 90, keyOf: ({ family, quarter }) => key(family, quarter) },
  { title: '同街道同大类诉求', halfLife: 60, keyOf: ({ family, street }) => key(family, street) },
  { title: '同社区诉求', halfLife: 60, keyOf: ({ quarter }) => key(quarter) },
  { title: '同社区同渠道诉求', halfLife: 60, keyOf: ({ quarter, channel }) => key(quarter, channel) },
  {
    title: '各地同类诉求（按职能对应到本社区）',
    halfLife: 60,
    keyOf: ({ kind }) => key(kind),
    placeOf: ({ quarter }) => quarter,
  },
  {
    title: '各地同类诉求（按职能对应到本街道）',
    halfLife: 60,
    keyOf: ({ kind }) => key(kind),
    placeOf: ({ street }) => street,
  },
  {
    title: '各地同渠道同类诉求（按职能对应到本社区）',
    halfLife: 60,
    keyOf: ({ kind, channel }) => key(kind, channel),
    placeOf: ({ quarter }) => quarter,
  },
  {
    title: '各地同大类诉求（按职能对应到本社区）',
    halfLife: 60,
    keyOf: ({ family }) => key(family),
    placeOf: ({ quarter }) => quarter,
  },
];

const indexOf = (title: string): number => CONTEXTS.findIndex((context) => context.title === title);

/** Index of the context of the most alike cases, and of those among them that are fresh. */
export const MOST_ALIKE = indexOf('同社区同类诉求');
export const FRESHLY_ALIKE = indexOf('近几日同社区同类诉求');
