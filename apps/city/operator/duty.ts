import type { MatterTruth } from '../matters/matter.js';
import type { Random } from '../world/random.js';
import type { CaseLine, CasePage } from './case-page.js';

/** What an operator tells the hub to do with a case, in the words of its admin API. */
export interface Order {
  readonly command: string;
  readonly [field: string]: unknown;
}

/** A case in the operator's hands, and what the operator knows of the city beside it. */
export interface OpenCase {
  readonly line: CaseLine;
  readonly page: CasePage;
  readonly matter: MatterTruth | undefined;
  readonly now: Date;
  /** For one question about this matter: the same answer whenever it is asked. */
  luck(question: string): Random;
}

/** One thing that operators do, case by case. */
export interface Duty {
  readonly name: string;
  /** Only cases that lie still are opened for it: those on which somebody works at this moment do not wait for an operator. */
  readonly onlyStill?: true;
  /** Whether the list's line is reason enough to open the case for it. */
  isFor(line: CaseLine, matter: MatterTruth | undefined): boolean;
  /** What is to be done now; `later`: nothing yet, but it must be looked at again though nothing happens to the case. */
  decide(open: OpenCase): Order | 'later' | undefined;
}

const AT_WORK: readonly string[] = ['dispatched', 'handling'];
export const isAtWork = ({ status }: CaseLine): boolean => AT_WORK.includes(status);
