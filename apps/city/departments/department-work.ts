import { setTimeout as pause } from 'node:timers/promises';
import { Random } from '../world/random.js';
import type { TruthBook } from '../world/truth-book.js';
import { deskKey } from './department-case.js';
import type { CaseNews, DeskCase } from './department-case.js';
import type { DepartmentCommand, DepartmentLine } from './department-line.js';
import { answerText, progressNote, returnReason } from './phrases.js';

/** How often a department disputes a case that is its own. */
const WRONG_DISPUTE = 0.02;
/** After so many returns whoever gets the case handles it (指定办理). */
const MOST_RETURNS = 2;
const PROGRESS_SHARE = 0.25;
const MOST_ON_DESKS = 5000;

export interface WorkOptions {
  readonly seed: number;
  /** 1 is the usual pace; less is faster. */
  readonly pace: number;
}

/** All departments at their desks: they sign, tell how it goes, hand in, or return what is not theirs. */
export class DepartmentWork {
  readonly counts = { signed: 0, returned: 0, handedIn: 0 };
  private readonly desk = new Map<string, DeskCase>();
  private readonly running = new Map<string, AbortController>();
  private readonly returns = new Map<string, Set<string>>();

  constructor(
    private readonly line: Pick<DepartmentLine, 'say'>,
    private readonly truth: Pick<TruthBook, 'majority'>,
    private readonly options: WorkOptions,
  ) {}

  dispatched(department: string, news: CaseNews): void {
    const matter = this.truth.majority(news.reports ?? []);
    const plan = this.isDisputed(department, news.caseNumber, matter) ? 'return' : 'handle';
    this.start({
      department,
      caseNumber: news.caseNumber,
      matterId: matter?.id,
      category: news.category?.code ?? '',
      title: news.title ?? '',
      round: 1,
      plan,
      step: 'to-sign',
    });
  }

  reworked(department: string, { caseNumber }: CaseNews): void {
    const before = this.desk.get(deskKey({ department, caseNumber }));
    const known = before ?? { department, caseNumber, category: '', title: caseNumber, round: 1 };
    this.start({ ...known, round: known.round + 1, plan: 'handle', step: 'to-work' });
  }

  /** The case was taken from the department, or is over. */
  ended(department: string, { caseNumber }: CaseNews, over: boolean): void {
    const key = deskKey({ department, caseNumber });
    this.running.get(key)?.abort();
    this.desk.delete(key);
    if (over) this.returns.delete(caseNumber);
  }

  /** The desks as they are, to be put back after a restart. */
  snapshot(): { desk: DeskCase[]; returns: [string, string[]][] } {
    return { desk: [...this.desk.values()], returns: [...this.returns].map(([number, by]) => [number, [...by]]) };
  }

  restore({ desk, returns }: { desk: readonly DeskCase[]; returns: readonly (readonly [string, readonly string[]])[] }): void {
    for (const [number, by] of returns) this.returns.set(number, new Set(by));
    for (const kept of desk) {
      if (kept.step === 'done') this.desk.set(deskKey(kept), kept);
      else this.start(kept);
    }
  }

  stop(): void {
    for (const controller of this.running.values()) controller.abort();
  }

  private isDisputed(department: string, caseNumber: string, matter: { id: string; department: string } | undefined): boolean {
    const returnedBy = this.returns.get(caseNumber) ?? new Set();
    if (!matter || returnedBy.has(department) || returnedBy.size >= MOST_RETURNS) return false;
    if (matter.department !== department) return true;
    return Random.of(this.options.seed, 'dispute', storyOf(matter.id), department).chance(WRONG_DISPUTE);
  }

  private start(work: DeskCase): void {
    const key = deskKey(work);
    this.running.get(key)?.abort();
    const controller = new AbortController();
    this.running.set(key, controller);
    this.desk.set(key, work);
    this.handle(work, controller.signal)
      .catch(() => undefined) // taken away, or the city ends
      .finally(() => {
        if (this.running.get(key) === controller) this.running.delete(key);
      });
  }

  private async handle(work: DeskCase, signal: AbortSignal): Promise<void> {
    const random = Random.of(this.options.seed, 'work', storyOf(work.matterId ?? work.caseNumber), work.department, work.round);
    const wait = (from: number, to: number) => pause(random.between(from, to) * this.options.pace, undefined, { signal });
    const say = (command: DepartmentCommand) => this.line.say(work.department, work.caseNumber, command, signal);
    if (work.step === 'to-sign') await wait(50, 400);
    if (work.plan === 'return') return this.sendBack(work, say, random);
    if (work.step === 'to-sign') {
      if ((await say({ command: 'sign' })) === 'taken') this.counts.signed++;
      this.desk.set(deskKey(work), { ...work, step: 'to-work' });
    }
    await wait(100, 1250);
    if (random.chance(PROGRESS_SHARE)) await say({ command: 'progress', note: progressNote(random) });
    await wait(100, 1250);
    const result = answerText(work.category, work.title, work.round, random);
    if ((await say({ command: 'hand-in', result })) === 'taken') this.counts.handedIn++;
    this.desk.set(deskKey(work), { ...work, step: 'done' });
    this.clearDesk();
  }

  /** Cases that nobody closed are forgotten at last, the oldest first. */
  private clearDesk(): void {
    if (this.desk.size <= MOST_ON_DESKS) return;
    const oldest = [...this.desk.values()].find(({ step }) => step === 'done');
    if (oldest) this.desk.delete(deskKey(oldest));
  }

  private async sendBack(work: DeskCase, say: (command: DepartmentCommand) => Promise<string>, random: Random): Promise<void> {
    const answer = await say({ command: 'return', reason: returnReason(random) });
    if (answer === 'taken') {
      this.counts.returned++;
      const returnedBy = this.returns.get(work.caseNumber) ?? new Set();
      this.returns.set(work.caseNumber, returnedBy.add(work.department));
    }
    this.desk.delete(deskKey(work));
  }
}

/** A matter's number in the seed's story, without what sets this run apart. */
const storyOf = (matterId: string): string => matterId.split('-').at(-1)!;
