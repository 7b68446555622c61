import { Injectable } from '@nestjs/common';
import type { CaseStatus } from '#domain/case/case-status.js';
import { isFinal, STATUS_FACTS, STATUSES, STEPS } from '#domain/case/case-status.js';
import { CaseCounts } from '#storage/reading/case-counts.js';
import { DeliveryCounts } from '#storage/reading/delivery-counts.js';
import { DepartmentLoads } from '#storage/reading/department-load.js';
import { CityWords } from '../city-words.js';

/** The board's figures: cases by status and step, load by department, messages owed and confirmed. */
@Injectable()
export class BoardFigures {
  constructor(
    private readonly counts: CaseCounts,
    private readonly loads: DepartmentLoads,
    private readonly tallies: DeliveryCounts,
    private readonly words: CityWords,
  ) {}

  async count(now: Date) {
    const byStatus = await this.counts.byStatus();
    const overdue = await this.counts.overdue(now);
    const loads = await this.loads.all(now);
    const tallies = await this.tallies.count();
    return {
      cases: { ...standings(byStatus), overdue },
      departments: loads.map(({ department, ...load }) => ({ ...this.words.department(department), ...load })),
      ...tallies,
    };
  }
}

function standings(counts: ReadonlyMap<CaseStatus, number>) {
  const byStatus = STATUSES.map((status) => ({ status, ...STATUS_FACTS[status], count: counts.get(status) ?? 0 }));
  const sum = (rows: readonly { readonly count: number }[]): number => rows.reduce((total, { count }) => total + count, 0);
  return {
    total: sum(byStatus),
    open: sum(byStatus.filter(({ status }) => !isFinal(status))),
    byStatus: byStatus.map(({ status, label, step, count }) => ({ status, label, step, count })),
    bySteps: STEPS.map((step) => ({ step, count: sum(byStatus.filter((row) => row.step === step)) })),
  };
}
