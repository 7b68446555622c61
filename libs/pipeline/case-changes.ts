import type { Actor, Case, CaseEvent } from '#domain/case/case.js';
import type { CaseCommand } from '#domain/case/case-command.js';
import type { CommandOutcome } from '#domain/case/decide-case.js';
import { decideCase } from '#domain/case/decide-case.js';
import { chainEvents } from '#domain/case/event-chain.js';
import { evolveCase, openCase } from '#domain/case/evolve-case.js';
import type { AttachedReport, DispatchFacts } from '#domain/case/owed-messages.js';
import { owedDeliveries } from '#domain/case/owed-deliveries.js';
import { clockMoves, started } from '#domain/deadline/case-clocks.js';
import type { DuePromise } from '#domain/deadline/deadline-policy.js';
import { ringOf } from '#domain/deadline/ring-clock.js';
import { nextRing } from '#domain/deadline/running-clock.js';
import type { ClockName, RunningClock } from '#domain/deadline/running-clock.js';
import type { Delivery } from '#domain/delivery/delivery.js';
import type { CaseId, DepartmentId, ReportId } from '#domain/ids.js';
import type {
  ChangedCase,
  CaseChangeSet,
  ChangedClock,
  ChangedReport,
  MetClock,
  NewReport,
  NewSuggestion,
} from '#domain/ports/case-change-set.js';
import type { DueTarget } from '#domain/ports/delivery-store.js';
import type { Clock } from '#domain/ports/clock.js';
import type { IdSource } from '#domain/ports/ids.js';
import type { Reference } from '#domain/reference/reference.js';
import type { SettledRecord } from '#domain/report/records.js';
import type { Route } from '#domain/routing/route.js';
import type { City } from './city.js';

interface OpenCase {
  value: Case;
  readonly stored: Case | undefined;
  readonly events: CaseEvent[];
  lastHash: Uint8Array;
  /** Clocks that run, and the names of those that ran when the case was taken in hand. */
  readonly clocks: Map<ClockName, RunningClock>;
  readonly ranBefore: ReadonlySet<ClockName>;
  readonly changedClocks: Set<ClockName>;
  route?: Route;
  routedTo?: DepartmentId;
  revisitDueAt?: Date;
}

const NO_HASH = new Uint8Array(0);
const NO_CLOCKS: ReadonlySet<ClockName> = new Set();

/**
 * Everything one transaction is going to write. Each event that happens to a case is said here once, and what follows from
 * it (the case's new state, stopped clocks, owed messages) is worked out here and nowhere else.
 */
export class CaseChanges {
  private readonly cases = new Map<CaseId, OpenCase>();
  private readonly deliveries: Delivery[] = [];
  readonly reports: NewReport[] = [];
  readonly changedReports: ChangedReport[] = [];
  readonly suggestions: NewSuggestion[] = [];
  readonly silenced: ReportId[] = [];
  readonly settled: SettledRecord[] = [];

  /** Of one transaction in a city; `at` is the moment at which all of it happens. */
  static in(city: City, { clock, ids }: { readonly clock: Clock; readonly ids: IdSource }): CaseChanges {
    return new CaseChanges(clock.now(), city.reference, ids, city.revisitWaitMs);
  }

  constructor(
    readonly at: Date,
    private readonly reference: Reference,
    private readonly ids: IdSource,
    private readonly revisitWaitMs: number,
  ) {}

  /** Takes a stored case in hand. */
  hold(value: Case, lastHash: Uint8Array, running: readonly RunningClock[]): void {
    const clocks = new Map(running.map((clock) => [clock.name, clock]));
    const ranBefore = new Set(clocks.keys());
    this.cases.set(value.id, { value, stored: value, events: [], lastHash, clocks, ranBefore, changedClocks: new Set() });
  }

  /** The case as it stands in this transaction. */
  find(id: CaseId): Case | undefined {
    return this.cases.get(id)?.value;
  }

  /** Opens a case with its first event. */
  open(id: CaseId, event: Extract<CaseEvent, { type: 'case.opened' }>): void {
    const noClocks = { clocks: new Map(), ranBefore: NO_CLOCKS, changedClocks: new Set<ClockName>() };
    this.cases.set(id, { value: openCase(id, event), stored: undefined, events: [event], lastHash: NO_HASH, ...noClocks });
  }

  /** Keeps how a new case was routed, and to whom at first. */
  routed(id: CaseId, route: Route): void {
    const held = this.held(id);
    held.route = route;
    held.routedTo = route.kind === 'routed' ? route.lead : undefined;
  }

  promise(caseId: CaseId, promises: readonly DuePromise[]): void {
    const held = this.held(caseId);
    for (const promise of promises) setClock(held, started(promise));
  }

  /** The clocks of a case in hand that are due to ring now, each as often as it has missed, do what they ask for. */
  ring(id: CaseId, reports: readonly AttachedReport[]): void {
    const held = this.held(id);
    for (const name of [...held.clocks.keys()]) {
      // Also one that is not due after all, since the ladder was changed: when it rings next is written down anew.
      held.changedClocks.add(name);
      for (let clock = held.clocks.get(name); clock && this.isToRing(clock); clock = held.clocks.get(name)) {
        setClock(held, { ...clock, rung: clock.rung + 1 });
        this.ringOne(id, clock, reports);
      }
    }
  }

  private isToRing(clock: RunningClock): boolean {
    const at = clock.pausedAt ? undefined : this.nextRing(clock);
    return at !== undefined && at <= this.at;
  }

  private readonly nextRing = (clock: RunningClock): Date | undefined =>
    nextRing(clock, this.reference.deadlines.stages.ladder, this.reference.calendar);

  private ringOne(id: CaseId, clock: RunningClock, reports: readonly AttachedReport[]): void {
    const ring = ringOf(clock, this.reference.deadlines.stages);
    if (ring.kind === 'command') this.command(id, ring.command, 'hub', reports);
    if (ring.kind !== 'warn') return;
    const data = { clock: clock.name, dueAt: clock.dueAt.toISOString() };
    this.happen(id, { type: 'case.due_soon', at: this.at, actor: 'hub', data }, reports);
  }

  /** Asks a case in hand for a move; when it is legal its events happen. */
  command(id: CaseId, command: CaseCommand, actor: Actor, reports: readonly AttachedReport[]): CommandOutcome {
    const outcome = decideCase(this.held(id).value, command, actor, this.at, this.reference.deadlines.stages);
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
    this.moveClocks(held, event);
    for (const draft of owedDeliveries(before, held.value, event, reports, this.factsOf(held, before))) {
      this.deliveries.push({ ...draft, id: this.ids.next(), createdAt: this.at, attempts: 0, attemptsInPlan: 0 });
    }
  }

  private moveClocks(held: OpenCase, event: CaseEvent): void {
    const { deadlines: policy, calendar } = this.reference;
    for (const move of clockMoves(event, held.value, held.clocks, { policy, calendar })) {
      if (move.kind === 'stop') held.clocks.delete(move.name);
      else if (move.kind === 'pause') setClock(held, { ...held.clocks.get(move.name)!, pausedAt: move.at });
      else setClock(held, move.clock);
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
      clocks: [...this.cases.values()].flatMap((held) => this.changedClocks(held)),
      metClocks: [...this.cases.values()].flatMap(stoppedClocks),
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

  private changedClocks({ value, clocks, changedClocks }: OpenCase): ChangedClock[] {
    const running = [...changedClocks].map((name) => clocks.get(name)).filter((clock) => clock !== undefined);
    return running.map((clock) => ({ caseId: value.id, clock, nextRingAt: clock.pausedAt ? undefined : this.nextRing(clock) }));
  }

  private held(id: CaseId): OpenCase {
    const held = this.cases.get(id);
    if (!held) throw new Error(`case ${id} is not in hand`);
    return held;
  }

  /** Due times are read for the few messages that tell them. */
  private factsOf(held: OpenCase, before: Case): DispatchFacts {
    return {
      categoryName: this.categoryName(before),
      departmentName: this.departmentName,
      get dueAt() {
        return dueTimes(held);
      },
    };
  }

  private categoryName(of: Case): string {
    return this.reference.categories.get(of.category)?.name ?? '待归类';
  }

  private readonly departmentName = (id: string): string => this.reference.departments.get(id as DepartmentId)?.name ?? id;
}

function setClock(held: OpenCase, clock: RunningClock): void {
  held.clocks.set(clock.name, clock);
  held.changedClocks.add(clock.name);
}

/** One that was started and stopped in one transaction never ran: the case's events say so, and there is no row to watch. */
const stoppedClocks = ({ value, clocks, ranBefore }: OpenCase): MetClock[] =>
  [...ranBefore].filter((name) => !clocks.has(name)).map((clock) => ({ caseId: value.id, clock }));

/** ISO instants by clock. */
const dueTimes = ({ clocks }: OpenCase): Record<string, string> =>
  Object.fromEntries([...clocks.values()].map(({ name, dueAt }) => [name, dueAt.toISOString()]));

function toChangedCase(held: OpenCase): ChangedCase {
  const { value, stored, route, routedTo, revisitDueAt } = held;
  const events = chainEvents(held.events, stored?.version ?? 0, held.lastHash);
  return { value, isNew: stored === undefined, events, route, routedTo, revisitDueAt };
}
