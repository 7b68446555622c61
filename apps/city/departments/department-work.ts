import type { TruthBook } from '../world/truth-book.js';
import type { CaseNews, DeskCase } from './department-case.js';
import type { DepartmentLine } from './department-line.js';
import { Desks } from './desks.js';
import { CaseHandler } from './handle-case.js';
import type { WorkOptions } from './handle-case.js';
import { planCase } from './plan-case.js';

/** All departments at their desks: what the hub's messages about a case make them do with it. */
export class DepartmentWork {
  private readonly desks: Desks;
  private readonly handler: CaseHandler;
  private readonly returns = new Map<string, Set<string>>();

  constructor(
    line: Pick<DepartmentLine, 'say'>,
    private readonly truth: Pick<TruthBook, 'majority'>,
    private readonly options: WorkOptions,
  ) {
    this.handler = new CaseHandler(line, options, {
      keep: (work) => this.desks.keep(work),
      returned: (work) => this.noteReturn(work),
    });
    this.desks = new Desks((work, signal) => this.handler.handle(work, signal));
  }

  get counts(): Readonly<Record<string, number>> {
    return this.handler.counts;
  }

  dispatched(department: string, news: CaseNews): void {
    const { caseNumber, role, category, title = '' } = news;
    const matter = this.truth.majority(news.reports ?? []);
    const returnedBy = this.returns.get(caseNumber) ?? new Set();
    const own = role !== 'co-handler' && planCase(this.options.seed, department, matter, returnedBy);
    const facts = { department, caseNumber, matterId: matter?.id, category: category?.code ?? '', title, role };
    this.desks.start({ ...facts, plan: 'handle', ...own, round: 1, step: 'to-sign' });
  }

  /** Again, please; whoever only helps leaves it to the lead. */
  reworked(department: string, { caseNumber }: CaseNews): void {
    const before = this.desks.find({ department, caseNumber });
    if (before?.role === 'co-handler') return;
    const known = before ?? { department, caseNumber, category: '', title: caseNumber, round: 1 };
    const again = { plan: 'handle', wish: undefined, awaits: undefined, step: 'to-work' } as const;
    this.desks.start({ ...known, ...again, round: known.round + 1 });
  }

  /** 挂账: the case lies where it is. */
  suspended(department: string, { caseNumber }: CaseNews): void {
    const work = this.own(department, caseNumber);
    if (work) this.desks.rest(work);
  }

  /** The operator has decided, or the suspension is over. */
  goesOn(department: string, { caseNumber }: CaseNews): void {
    const work = this.own(department, caseNumber);
    if (work) this.desks.start({ ...work, step: work.step === 'to-sign' ? 'to-sign' : 'to-work' });
  }

  /** Something happened that the department may have waited for. */
  heard(department: string, type: string, { caseNumber }: CaseNews): void {
    const work = this.own(department, caseNumber);
    if (work?.awaits !== type) return;
    const step = work.step === 'to-wait' ? 'to-work' : work.step;
    if (step === 'asked') this.desks.rest({ ...work, awaits: undefined });
    else this.desks.start({ ...work, awaits: undefined, step });
  }

  /** The case was taken from the department, or is over. The matter it was about, if it was the department's own. */
  ended(department: string, { caseNumber }: CaseNews, over: boolean): string | undefined {
    const work = this.desks.find({ department, caseNumber });
    this.desks.take({ department, caseNumber });
    if (over) this.returns.delete(caseNumber);
    return work?.role === 'co-handler' ? undefined : work?.matterId;
  }

  /** The desks as they are, to be put back after a restart. */
  snapshot(): { desk: DeskCase[]; returns: [string, string[]][] } {
    return { desk: this.desks.all(), returns: [...this.returns].map(([number, by]) => [number, [...by]]) };
  }

  /** Whoever asked asks again: nobody knows whether the question got through. */
  restore({ desk, returns }: { desk: readonly DeskCase[]; returns: readonly (readonly [string, readonly string[]])[] }): void {
    for (const [number, by] of returns) this.returns.set(number, new Set(by));
    for (const kept of desk) {
      if (kept.step === 'done') this.desks.rest(kept);
      else this.desks.start(kept.step === 'asked' ? { ...kept, step: 'to-ask' } : kept);
    }
  }

  stop(): void {
    this.desks.stop();
  }

  /** A case of the department's own that it still has to hand in. */
  private own(department: string, caseNumber: string): DeskCase | undefined {
    const work = this.desks.find({ department, caseNumber });
    return work?.role === 'co-handler' || work?.step === 'done' ? undefined : work;
  }

  private noteReturn(work: DeskCase): void {
    const returnedBy = this.returns.get(work.caseNumber) ?? new Set();
    this.returns.set(work.caseNumber, returnedBy.add(work.department));
    this.desks.take(work);
  }
}
