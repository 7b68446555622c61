import type { Actor, Case, CaseEvent } from '#domain/case/case.js';
import type { CaseCommand } from '#domain/case/case-command.js';
import type { CommandOutcome } from '#domain/case/decide-case.js';
import { decideCase } from '#domain/case/decide-case.js';
import { chainEvents } from '#domain/case/event-chain.js';
import { evolveCase, openCase } from '#domain/case/evolve-case.js';
import type { AttachedReport } from '#domain/case/owed-deliveries.js';
import { owedDeliveries } from '#domain/case/owed-deliveries.js';
import { isFinal } from '#domain/case/case-status.js';
import type { ClockKind, DuePromise } from '#domain/deadline/deadline-policy.js';
import type { Delivery } from '#domain/delivery/delivery.js';
import type { CaseId, DepartmentId, ReportId } from '#domain/ids.js';
import type { ChangedCase, CaseChangeSet, ChangedReport, NewReport, NewSuggestion } from '#domain/ports/case-change-set.js';
import type { DueTarget } from '#domain/ports/delivery-store.js';
import type { IdSource } from '#domain/ports/ids.js';
import type { Reference } from '#domain/reference/reference.js';
import type { SettledRecord } from '#domain/report/records.js';
import type { Route } from '#domain/routing/route.js';

interface OpenCase {
  value: Case;
  readonly stored: Case | undefined;
  readonly events: CaseEvent[];
  lastHash: Uint8Array;
  dueAt: Record<string, string>;
  route?: Route;
  routedTo?: DepartmentId;
  revisitDueAt?: Date;
}

/** What stops which clock: the event that proves the promise was kept. */
const STOPS: Readonly<Partial<Record<CaseEvent['type'], readonly ClockKind[]>>> = {
  'case.filed': ['accept'],
  'case.dispatched': ['dispatch'],
  'case.signed': ['sign'],
  'case.progressed': ['first-contact'],
  'case.handled': ['first-contact', 'resolve'],
};
const ALL_CLOCKS: readonly ClockKind[] = ['accept', 'dispatch', 'sign', 'first-contact', 'resolve'];

const NO_HASH = new Uint8Array(0);

/**
 * Everything one transaction is going to write. Each event that happens to a case is said here once, and what follows from
 * it (the case's new state, stopped clocks, owed messages) is worked out here and nowhere else.
 */
export class CaseChanges {
  private readonly cases = new Map<CaseId, OpenCase>();
  private readonly promises: { caseId: CaseId; promise: DuePromise }[] = [];
  private readonly metClocks: { caseId: CaseId; clock: ClockKind }[] = [];
  private readonly deliveries: Delivery[] = [];
  readonly reports: NewReport[] = [];
  readonly changedReports: ChangedReport[] = [];
  readonly suggestions: NewSuggestion[] = [];
  readonly silenced: ReportId[] = [];
  readonly settled: SettledRecord[] = [];

  constructor(
    private readonly at: Date,
    private readonly reference: Reference,
    private readonly ids: IdSource,
    private readonly revisitWaitMs: number,
  ) {}

  /** Takes a stored case in hand. */
  hold(value: Case, lastHash: Uint8Array, dueAt: Record<string, string>): void {
    this.cases.set(value.id, { value, stored: value, events: [], lastHash, dueAt });
  }

  /** The case as it stands in this transaction. */
  find(id: CaseId): Case | undefined {
    return this.cases.get(id)?.value;
  }

  /** Opens a case with its first event. */
  open(id: CaseId, event: Extract<CaseEvent, { type: 'case.opened' }>): void {
    this.cases.set(id, { value: openCase(id, event), stored: undefined, events: [event], lastHash: NO_HASH, dueAt: {} });
  }

  /** Keeps how a new case was routed, and to whom at first. */
  routed(id: CaseId, route: Route): void {
    const held = this.held(id);
    held.route = route;
    held.routedTo = route.kind === 'routed' ? route.lead : undefined;
  }

  promise(caseId: CaseId, promises: readonly DuePromise[]): void {
    const { dueAt } = this.held(caseId);
    for (const promise of promises) {
      this.promises.push({ caseId, promise });
      dueAt[promise.clock] = promise.dueAt.toISOString();
    }
  }

  /** Asks a case in hand for a move; when it is legal its events happen. */
  command(id: CaseId, command: CaseCommand, actor: Actor, reports: readonly AttachedReport[]): CommandOutcome {
    const outcome = decideCase(this.held(id).value, command, actor, this.at);
    if (outcome.kind === 'accepted') for (const event of outcome.events) this.happen(id, event, reports);
    return outcome;
  }

  /** Lets one event happen to a case in hand, with all that follows from it. */
  happen(id: CaseId, event: CaseEvent, reports: readonly AttachedReport[]): void {
    const held = this.held(id);
    const before = held.value;
    held.value = evolveCase(before, event);
    held.events.push(event);
    if (event.type === 'case.answered') held.revisitDueAt = new Date(this.at.getTime() + this.revisitWaitMs);
    const stopped = isFinal(held.value.status) ? ALL_CLOCKS : (STOPS[event.type] ?? []);
    this.metClocks.push(...stopped.map((clock) => ({ caseId: id, clock })));
    const facts = { categoryName: this.categoryName(before), departmentName: this.departmentName, dueAt: held.dueAt };
    for (const draft of owedDeliveries(before, held.value, event, reports, facts)) {
      this.deliveries.push({ ...draft, id: this.ids.next(), createdAt: this.at, attempts: 0, attemptsInPlan: 0 });
    }
  }

  /** The rows to write. */
  toSet(): CaseChangeSet {
    return {
      at: this.at,
      cases: [...this.cases.values()].filter((held) => held.events.length > 0).map(toChangedCase),
      reports: this.reports,
      changedReports: this.changedReports,
      suggestions: this.suggestions,
      promises: this.promises,
      metClocks: this.metClocks,
      deliveries: this.deliveries,
      silenced: this.silenced,
      settled: this.settled,
    };
  }

  /** Where to ring once the rows are committed. */
  dueTargets(): DueTarget[] {
    const byKey = new Map(this.deliveries.map(({ channel, target }) => [`${channel} ${target}`, { channel, target }]));
    return [...byKey.values()];
  }

  private held(id: CaseId): OpenCase {
    const held = this.cases.get(id);
    if (!held) throw new Error(`case ${id} is not in hand`);
    return held;
  }

  private categoryName(of: Case): string {
    return this.reference.categories.get(of.category)?.name ?? '待归类';
  }

  private readonly departmentName = (id: string): string => this.reference.departments.get(id as DepartmentId)?.name ?? id;
}

function toChangedCase(held: OpenCase): ChangedCase {
  const { value, stored, route, routedTo, revisitDueAt } = held;
  const events = chainEvents(held.events, stored?.version ?? 0, held.lastHash);
  return { value, isNew: stored === undefined, events, route, routedTo, revisitDueAt };
}
