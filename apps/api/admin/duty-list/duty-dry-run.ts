import { setImmediate as letOthers } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { CompareRoutes, type RouteComparison } from '#domain/routing/compare-routes.js';
import type { DutyList } from '#domain/routing/duty-list.js';
import { routeCase } from '#domain/routing/route-case.js';
import { City } from '#pipeline/city.js';
import { DataSource } from '#storage/data-source.js';
import { newestRoutedCases } from '#storage/reading/routed-cases.js';

/** What a department would gain and lose, with cases to look at. */
export interface DepartmentShift {
  readonly department: string;
  readonly gains: number;
  readonly loses: number;
  readonly examples: readonly string[];
}

export interface DryRun extends RouteComparison {
  readonly departments: readonly DepartmentShift[];
}

const AT_A_TIME = 100;
const EXAMPLES = 5;

/** Sends the newest cases through another duty list, and says which would go elsewhere than by the live one. */
@Injectable()
export class DutyDryRun {
  constructor(
    private readonly source: DataSource,
    private readonly city: City,
  ) {}

  async of(duties: DutyList, most: number): Promise<DryRun> {
    const { learnedRouter, reference } = this.city;
    const comparison = new CompareRoutes(duties, learnedRouter);
    const cases = await newestRoutedCases(this.source, most);
    for (const [index, { number, subject }] of cases.entries()) {
      comparison.add({ number, subject, went: routeCase(subject, reference.duties, learnedRouter) });
      if (index % AT_A_TIME === AT_A_TIME - 1) await letOthers();
    }
    const result = comparison.result();
    return { ...result, departments: shiftsOf(result) };
  }
}

function shiftsOf({ moves }: RouteComparison): DepartmentShift[] {
  const shifts = new Map<string, DepartmentShift>();
  const shift = (department: string | undefined, gains: number, loses: number, numbers: readonly string[]): void => {
    if (department === undefined) return;
    const so = shifts.get(department) ?? { department, gains: 0, loses: 0, examples: [] };
    const examples = [...so.examples, ...numbers].slice(0, EXAMPLES);
    shifts.set(department, { department, gains: so.gains + gains, loses: so.loses + loses, examples });
  };
  for (const { from, to, cases, examples } of moves) {
    shift(from.department, 0, cases, examples);
    shift(to.department, cases, 0, examples);
  }
  return [...shifts.values()].sort((a, b) => b.gains + b.loses - (a.gains + a.loses));
}
