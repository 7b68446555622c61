import { setTimeout as pause } from 'node:timers/promises';
import type { DepartmentId } from '#domain/ids.js';
import { CaseStore } from '#domain/ports/case-store.js';
import type { CaseTransaction } from '#domain/ports/case-store.js';
import { Doorbell } from '#domain/ports/doorbell.js';
import { IdSource } from '#domain/ports/ids.js';
import type { HubTools } from '#apps/hub/with-hub.js';
import { CaseChanges } from '#pipeline/case-changes.js';
import { City } from '#pipeline/city.js';
import { holdCases } from '#pipeline/hold-cases.js';
import { ringsFor } from '#pipeline/rings.js';
import { promiseDueTimes } from '#pipeline/steps/promise.js';
import { writeDown } from '#pipeline/steps/write-down.js';
import { anArrival } from './builders/an-arrival.js';

/** A message that was owed: when what made us owe it was committed, in milliseconds since the epoch, and its case. */
export interface OwedMessage {
  readonly id: string;
  readonly department: string;
  readonly caseId: string;
  readonly committedAt: number;
}

/** How fast cases come, and whose they are. */
export interface Pace {
  readonly casesPerSecond: number;
  readonly seconds: number;
  readonly departments: readonly DepartmentId[];
}

const BATCHES_A_SECOND = 4;
/** Of so many cases one is urged (督办) in the same breath, so that there is an order to keep. */
const URGED_EVERY = 5;

type Work = (transaction: CaseTransaction, changes: CaseChanges) => Promise<void>;

/** Opens cases and dispatches them in turn to departments, through the steps that write any case, a batch a transaction. */
export class OwedCases {
  private opened = 0;

  constructor(private readonly app: HubTools['app']) {}

  /** At a steady pace, whoever is not done yet. Answers what was owed, in the order in which each case's was written. */
  async atPace({ casesPerSecond, seconds, departments }: Pace): Promise<OwedMessage[]> {
    const batch = Math.round(casesPerSecond / BATCHES_A_SECOND);
    const commits: Promise<OwedMessage[]>[] = [];
    const began = performance.now();
    for (let done = 0; done < BATCHES_A_SECOND * seconds; done += 1) {
      const wait = began + (1000 * done) / BATCHES_A_SECOND - performance.now();
      if (wait > 0) await pause(wait);
      commits.push(this.commit(batch, departments));
    }
    return (await Promise.all(commits)).flat();
  }

  /** Cases of one instant, past or to come, that nobody is rung for. */
  async at(instant: Date, cases: number, departments: readonly DepartmentId[]): Promise<OwedMessage[]> {
    const owed: OwedMessage[] = [];
    for (let left = cases; left > 0; left -= 500) owed.push(...(await this.commit(Math.min(left, 500), departments, instant)));
    return owed;
  }

  async ring(departments: readonly DepartmentId[]): Promise<void> {
    await this.app.get(Doorbell).ring(ringsFor(departments.map((target) => ({ channel: 'webhook', target }))));
  }

  /** Two transactions: the cases open and are dispatched, then some of them are urged. */
  private async commit(cases: number, departments: readonly DepartmentId[], instant?: Date): Promise<OwedMessage[]> {
    const city = this.app.get(City);
    const at = instant ?? new Date();
    const rings = instant === undefined;
    const opened = Array.from({ length: cases }, () => this.opening(at, city, departments));
    const dispatched = await this.inTransaction(at, rings, (transaction, changes) =>
      writeDown(transaction, promiseDueTimes(opened, city, at), changes),
    );
    const ids = opened.filter((_, index) => index % URGED_EVERY === 0).map(({ caseId }) => caseId);
    const urged = await this.inTransaction(at, rings, async (transaction, changes) => {
      await holdCases(transaction, changes, ids);
      for (const id of ids) changes.command(id, { command: 'supervise', level: 'urged', because: '限时办理' }, 'hub', []);
      await transaction.save(changes.toSet());
    });
    return [...dispatched, ...urged];
  }

  private async inTransaction(at: Date, rings: boolean, work: Work): Promise<OwedMessage[]> {
    const city = this.app.get(City);
    const changes = new CaseChanges(at, city.reference, this.app.get(IdSource), city.revisitWaitMs);
    await this.app.get(CaseStore).inTransaction((transaction) => work(transaction, changes));
    const committedAt = performance.timeOrigin + performance.now();
    if (rings) await this.app.get(Doorbell).ring(ringsFor(changes.dueTargets()));
    return changes.toSet().deliveries.map(({ id, target: department, caseId }) => ({ id, department, caseId, committedAt }));
  }

  private opening(at: Date, city: City, departments: readonly DepartmentId[]): ReturnType<typeof anArrival> {
    const number = this.opened++;
    const lead = departments[number % departments.length];
    const because = '轮流派单';
    const route = { kind: 'routed', lead, coHandlers: [], rule: 'duty-list', confidence: 1, because, candidates: [] } as const;
    return { ...anArrival(number, at, city, this.app.get(IdSource)), route };
  }
}
