import { deskKey } from './department-case.js';
import type { DeskCase } from './department-case.js';

const MOST_ON_DESKS = 5000;

/** How somebody works on a case until it is done, or the signal ends it. */
export type Handle = (work: DeskCase, signal: AbortSignal) => Promise<void>;
type CaseName = Pick<DeskCase, 'department' | 'caseNumber'>;

/** All desks with the cases on them: each is worked on by at most one person at a time. */
export class Desks {
  private readonly cases = new Map<string, DeskCase>();
  private readonly running = new Map<string, AbortController>();

  constructor(private readonly handle: Handle) {}

  find(name: CaseName): DeskCase | undefined {
    return this.cases.get(deskKey(name));
  }

  all(): DeskCase[] {
    return [...this.cases.values()];
  }

  /** Puts a case on its desk and has it worked on from its step; whoever worked on it before stops. */
  start(work: DeskCase): void {
    this.rest(work);
    const key = deskKey(work);
    const controller = new AbortController();
    this.running.set(key, controller);
    this.handle(work, controller.signal)
      .catch(() => undefined) // taken away, or the city ends
      .finally(() => {
        if (this.running.get(key) === controller) this.running.delete(key);
      });
  }

  /** Puts a case on its desk as it is; nobody works on it. */
  rest(work: DeskCase): void {
    this.halt(work);
    this.cases.set(deskKey(work), work);
  }

  /** Keeps how far somebody has got, who goes on working. */
  keep(work: DeskCase): void {
    this.cases.set(deskKey(work), work);
    if (work.step === 'done') this.clear();
  }

  take(name: CaseName): void {
    this.halt(name);
    this.cases.delete(deskKey(name));
  }

  stop(): void {
    for (const controller of this.running.values()) controller.abort();
  }

  private halt(name: CaseName): void {
    this.running.get(deskKey(name))?.abort();
    this.running.delete(deskKey(name));
  }

  /** Cases that nobody closed are forgotten at last, the oldest first. */
  private clear(): void {
    if (this.cases.size <= MOST_ON_DESKS) return;
    const oldest = this.all().find(({ step }) => step === 'done');
    if (oldest) this.cases.delete(deskKey(oldest));
  }
}
