import type { CaseNumber, DepartmentId } from '../ids.js';
import type { DutyList } from './duty-list.js';
import type { LearnedRouter } from './learned-router.js';
import type { Route, RouteRule, RouteSubject } from './route.js';
import { routeCase } from './route-case.js';

/** A case with the way it went when it came. */
export interface RoutedCase {
  readonly number: CaseNumber;
  readonly subject: RouteSubject;
  readonly went: Route;
}

/** Where a case goes by which rule; no department: to the operators. */
export interface Way {
  readonly department?: DepartmentId;
  readonly rule: RouteRule;
}

/** Cases that would go another way than they went. */
export interface Move {
  readonly from: Way;
  readonly to: Way;
  readonly cases: number;
  /** Numbers of the first of them. */
  readonly examples: readonly CaseNumber[];
}

export interface RouteComparison {
  readonly cases: number;
  /** Cases that would go to another department, or to the operators instead, or no longer to them. */
  readonly elsewhere: number;
  /** The most frequent first. */
  readonly moves: readonly Move[];
}

const EXAMPLES = 5;

/** Sends past cases through a duty list again: what its change would have changed, before it goes live. */
export class CompareRoutes {
  private cases = 0;
  private readonly moves = new Map<string, { from: Way; to: Way; cases: number; examples: CaseNumber[] }>();

  constructor(
    private readonly list: DutyList,
    private readonly learned: LearnedRouter | undefined,
  ) {}

  add({ number, subject, went }: RoutedCase): void {
    this.cases += 1;
    const [from, to] = [wayOf(went), wayOf(routeCase(subject, this.list, this.learned))];
    if (from.department === to.department) return;
    const key = [from, to].map(({ department, rule }) => `${department} ${rule}`).join(' → ');
    const move = this.moves.get(key) ?? { from, to, cases: 0, examples: [] };
    move.cases += 1;
    if (move.examples.length < EXAMPLES) move.examples.push(number);
    this.moves.set(key, move);
  }

  result(): RouteComparison {
    const moves = [...this.moves.values()].sort((a, b) => b.cases - a.cases);
    return { cases: this.cases, elsewhere: moves.reduce((sum, { cases }) => sum + cases, 0), moves };
  }
}

const wayOf = (route: Route): Way =>
  route.kind === 'held' ? { rule: 'operator' } : { department: route.lead, rule: route.rule };
