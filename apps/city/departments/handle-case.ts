import { setTimeout as pause } from 'node:timers/promises';
import { daysAhead } from '../world/days-ahead.js';
import { Random } from '../world/random.js';
import { storyOf } from '../world/turns.js';
import type { DeskCase, Wish } from './department-case.js';
import type { CommandAnswer, DepartmentCommand, DepartmentLine } from './department-line.js';
import { answerText, progressNote, requestReason, returnReason } from './phrases.js';

export interface WorkOptions {
  readonly seed: number;
  /** 1 is the usual pace; less is faster. */
  readonly pace: number;
  readonly now: () => Date;
}

/** Where the case lies, for whoever works on it. */
export interface OwnDesk {
  keep(work: DeskCase): void;
  /** The hub has taken the case back. */
  returned(work: DeskCase): void;
}

/** One case in somebody's hands. */
interface InHand {
  readonly work: DeskCase;
  readonly random: Random;
  wait(from: number, to: number): Promise<void>;
  say(command: DepartmentCommand): Promise<CommandAnswer>;
  keep(step: DeskCase['step']): void;
}

const PROGRESS_SHARE = 0.25;
/** Whoever only helps tells of it less often. */
const HELPER_PROGRESS_SHARE = 0.05;
/** How long a department waits for others before it goes on without them. */
const PATIENCE_MS = 45_000;

/** How a department works on one case from where it lies: it signs, asks for time, waits for others, tells how it goes and hands in. */
export class CaseHandler {
  readonly counts = { signed: 0, coSigned: 0, returned: 0, asked: 0, handedIn: 0 };

  constructor(
    private readonly line: Pick<DepartmentLine, 'say'>,
    private readonly options: WorkOptions,
    private readonly desk: OwnDesk,
  ) {}

  /** Ends when the case is done or lies there; throws when the signal ends it. */
  async handle(work: DeskCase, signal: AbortSignal): Promise<void> {
    const hand = this.inHand(work, signal);
    if (work.step === 'to-sign') await hand.wait(50, 400);
    if (work.role === 'co-handler') return this.help(hand);
    if (work.plan === 'return' && (await this.sendBack(hand)) === 'taken') return;
    if (work.step === 'to-sign') await this.sign(hand);
    const asks = work.wish !== undefined && (work.step === 'to-sign' || work.step === 'to-ask');
    if (asks && (await this.ask(work.wish, hand)) === 'taken') return;
    if (work.awaits !== undefined && work.step !== 'to-work') {
      hand.keep('to-wait');
      await hand.wait(PATIENCE_MS, PATIENCE_MS);
    }
    hand.keep('to-work');
    await this.finish(hand);
  }

  /** What is to be taken back again nobody begins. */
  private async sign(hand: InHand): Promise<void> {
    if (hand.work.awaits === 'case.recalled') await hand.wait(PATIENCE_MS, PATIENCE_MS);
    if ((await hand.say({ command: 'sign' })) === 'taken') this.counts.signed++;
  }

  /** Kept before it is said: the operator may be faster than the answer to us. */
  private async ask(wish: Wish, hand: InHand): Promise<CommandAnswer> {
    await hand.wait(100, 600);
    hand.keep('asked');
    const until = daysAhead(this.options.now(), hand.random.int(2, 6));
    const answer = await hand.say({ command: `request-${wish}`, reason: requestReason(wish, hand.random), until });
    if (answer === 'taken') this.counts.asked++;
    return answer;
  }

  private async finish({ work, random, wait, say, keep }: InHand): Promise<void> {
    await wait(100, 1250);
    if (random.chance(PROGRESS_SHARE)) await say({ command: 'progress', note: progressNote(random) });
    await wait(100, 1250);
    if ((await say({ command: 'hand-in', result: answerText(work.category, work.title, work.round, random) })) !== 'taken')
      return;
    this.counts.handedIn++;
    keep('done');
  }

  /** 协办: signs beside the lead, now and then tells how it goes; the rest is the lead's. */
  private async help({ random, wait, say, keep }: InHand): Promise<void> {
    if ((await say({ command: 'sign' })) === 'taken') this.counts.coSigned++;
    await wait(100, 800);
    if (random.chance(HELPER_PROGRESS_SHARE)) await say({ command: 'progress', note: progressNote(random) });
    keep('done');
  }

  /** A hub that does not take it back has found nobody else: then it is handled after all. */
  private async sendBack({ work, random, say }: InHand): Promise<CommandAnswer> {
    const answer = await say({ command: 'return', reason: returnReason(random) });
    if (answer === 'taken') {
      this.counts.returned++;
      this.desk.returned(work);
    }
    return answer;
  }

  private inHand(work: DeskCase, signal: AbortSignal): InHand {
    const { seed, pace } = this.options;
    const random = Random.of(seed, 'work', storyOf(work.matterId ?? work.caseNumber), work.department, work.round);
    return {
      work,
      random,
      wait: (from, to) => pause(random.between(from, to) * pace, undefined, { signal }),
      say: (command) => this.line.say(work.department, work.caseNumber, command, signal),
      keep: (step) => {
        signal.throwIfAborted();
        this.desk.keep({ ...work, step });
      },
    };
  }
}
