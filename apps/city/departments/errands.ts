import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Random } from '../world/random.js';
import type { CaseNews } from './department-case.js';
import type { DepartmentLine } from './department-line.js';
import type { WorkOptions } from './handle-case.js';
import { keptNote, promiseNote } from './phrases.js';

/** Something a department was called for or has promised beside its own cases; survives JSON. */
export interface Errand {
  readonly department: string;
  readonly caseNumber: string;
  readonly kind: 'check-in' | 'commitment';
  /** Of the whistle or the commitment. */
  readonly number: number;
}

/** What departments do wherever the case lies: they come when the street whistles, and keep what they promised. */
export class Errands {
  readonly counts = { checkedIn: 0, promisesKept: 0 };
  private readonly open = new Set<Errand>();
  private readonly ending = new AbortController();

  constructor(
    private readonly line: Pick<DepartmentLine, 'say'>,
    private readonly options: Pick<WorkOptions, 'seed' | 'pace'>,
  ) {
    // Every errand under way listens.
    setMaxListeners(0, this.ending.signal);
  }

  whistled(department: string, { caseNumber, whistle }: CaseNews): void {
    if (whistle !== undefined) this.send({ department, caseNumber, kind: 'check-in', number: whistle });
  }

  promised(department: string, { caseNumber, id }: CaseNews): void {
    if (id !== undefined) this.send({ department, caseNumber, kind: 'commitment', number: id });
  }

  /** Errands still to be done, to be sent again after a restart. */
  snapshot(): Errand[] {
    return [...this.open];
  }

  restore(errands: readonly Errand[]): void {
    for (const errand of errands) this.send(errand);
  }

  stop(): void {
    this.ending.abort();
  }

  private send(errand: Errand): void {
    this.open.add(errand);
    this.run(errand)
      .then(() => this.open.delete(errand))
      .catch(() => undefined); // the city ends, and the errand is kept
  }

  private async run({ department, caseNumber, kind, number }: Errand): Promise<void> {
    const { signal } = this.ending;
    const random = Random.of(this.options.seed, 'errand', department, kind, number);
    const wait = (from: number, to: number) => pause(random.between(from, to) * this.options.pace, undefined, { signal });
    if (kind === 'check-in') {
      await wait(100, 600);
      const answer = await this.line.say(department, caseNumber, { command: 'check-in', whistle: number }, signal);
      if (answer === 'taken') this.counts.checkedIn++;
      return;
    }
    const commitment = { commitment: number };
    await wait(200, 900);
    await this.line.say(
      department,
      caseNumber,
      { command: 'report-commitment', ...commitment, note: promiseNote(random) },
      signal,
    );
    await wait(300, 1200);
    const kept = { command: 'keep-commitment', ...commitment, note: keptNote(random) } as const;
    if ((await this.line.say(department, caseNumber, kept, signal)) === 'taken') this.counts.promisesKept++;
  }
}
