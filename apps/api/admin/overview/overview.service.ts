import { Injectable } from '@nestjs/common';
import type { CaseStatus } from '#domain/case/case-status.js';
import { isFinal, STATUS_FACTS, STATUSES, STEPS } from '#domain/case/case-status.js';
import { Clock } from '#domain/ports/clock.js';
import { CaseCounts } from '#storage/reading/case-counts.js';
import { CaseList } from '#storage/reading/case-list.js';
import { DeliveryCounts } from '#storage/reading/delivery-counts.js';
import { DeliveryList } from '#storage/reading/delivery-list.js';
import { DepartmentLoads } from '#storage/reading/department-load.js';
import { NewestEvents } from '#storage/reading/newest-events.js';
import { QuarantineList } from '#storage/reading/quarantine-list.js';
import { SuggestionList } from '#storage/reading/suggestion-list.js';
import { caseLine, deliveryView } from '../cases/case-views.js';
import { CityWords } from '../city-words.js';
import { hidePhones } from '../hide-phones.js';
import { PlatformsService } from '../platforms/platforms.service.js';

const SHOWN = 20;

/** 工作台: where everything stands, and what waits for a person. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly cases: CaseList,
    private readonly counts: CaseCounts,
    private readonly loads: DepartmentLoads,
    private readonly deliveries: DeliveryList,
    private readonly tallies: DeliveryCounts,
    private readonly events: NewestEvents,
    private readonly quarantine: QuarantineList,
    private readonly suggestions: SuggestionList,
    private readonly platforms: PlatformsService,
    private readonly words: CityWords,
    private readonly clock: Clock,
  ) {}

  async show() {
    const now = this.clock.now();
    // One after another: the desk takes one connection, and leaves the others to the flow.
    const byStatus = await this.counts.byStatus();
    const overdue = await this.counts.overdue(now);
    const platforms = await this.platforms.all();
    const loads = await this.loads.all(now);
    const tallies = await this.tallies.count();
    const events = await this.events.newest(SHOWN);
    const needsMe = await this.needsMe(now);
    return {
      at: now,
      cases: { ...standings(byStatus), overdue },
      platforms,
      departments: loads.map(({ department, ...load }) => ({ ...this.words.department(department), ...load })),
      ...tallies,
      events: events.map((event) => ({ ...event, title: hidePhones(event.title) })),
      needsMe,
    };
  }

  private async needsMe(now: Date) {
    const held = await this.cases.mostPressing('held', SHOWN, now);
    const due = await this.cases.nextDue(SHOWN);
    const parked = await this.deliveries.page({ state: 'parked' }, { limit: SHOWN });
    const suggestions = await this.suggestions.page({ limit: SHOWN });
    const suggested = await this.suggestions.count();
    const quarantined = await this.quarantine.count();
    const dueLines = due.map((row) => caseLine(row, this.words, now));
    return {
      held: held.map((row) => caseLine(row, this.words, now)),
      overdue: dueLines.filter(({ clock }) => clock === 'red'),
      next: dueLines.filter(({ clock }) => clock !== 'red'),
      parked: parked.items.map((row) => deliveryView(row, this.words)),
      suggestions: suggestions.items,
      suggested,
      quarantined,
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
