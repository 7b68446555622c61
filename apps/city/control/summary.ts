import type { DepartmentLine } from '../departments/department-line.js';
import type { DepartmentWork } from '../departments/department-work.js';
import type { WebhookDoor } from '../departments/webhook-door.js';
import type { Errands } from '../departments/errands.js';
import type { ComesAgain } from '../citizens/comes-again.js';
import type { Operator } from '../operator/operator.js';
import { CITY_PLATFORMS } from '../world/city-record.js';
import type { InMemoryRecordBook } from '../world/record-book.js';
import type { Timeline } from '../world/timeline.js';
import type { TruthBook } from '../world/truth-book.js';

export interface SummaryParts {
  readonly book: InMemoryRecordBook;
  readonly truth: TruthBook;
  readonly timeline: Timeline;
  readonly door: WebhookDoor;
  readonly work: DepartmentWork;
  readonly line: DepartmentLine;
  readonly errands: Errands;
  readonly operator: Operator;
  readonly again: ComesAgain;
}

/** What the city holds and what its people did so far. */
export function summarise({
  book,
  truth,
  timeline,
  door,
  work,
  line,
  errands,
  operator,
  again,
}: SummaryParts): Record<string, unknown> {
  const matters = truth.all();
  const records = book.all();
  return {
    matters: matters.length,
    reports: records.length + timeline.pending,
    released: timeline.released,
    pending: timeline.pending + again.pending,
    perPlatform: Object.fromEntries(CITY_PLATFORMS.map((platform) => [platform, book.count(platform)])),
    departments: new Set(matters.map(({ department }) => department)).size,
    grids: new Set(matters.map(({ gridCode }) => gridCode)).size,
    withdrawn: records.filter(({ withdrawn }) => withdrawn).length,
    answered: records.filter(({ answers }) => answers.some(({ final }) => final)).length,
    evaluated: records.filter(({ evaluation }) => evaluation !== undefined).length,
    unsolved: records.filter(({ evaluation }) => evaluation?.solved === false).length,
    webhooks: door.summary(),
    callBacks: { ...line.counts },
    work: { ...work.counts, ...errands.counts },
    operator: { ...operator.counts },
  };
}
