import type { CityRecord } from '../world/city-record.js';
import { ADDENDA_AGAIN } from '../reports/frames.js';
import type { ExternalIds } from '../reports/external-id.js';
import { storyOf, takesTurn } from '../world/turns.js';
import { Random } from '../world/random.js';
import type { InMemoryRecordBook } from '../world/record-book.js';
import type { TruthBook } from '../world/truth-book.js';

const AGAIN = '-again';

export interface AgainOptions {
  readonly seed: number;
  readonly pace: number;
  readonly now: () => Date;
  readonly ids: Pick<ExternalIds, 'next'>;
}

/** 再次反映: citizens whose matter comes up again when its case is closed already: the same thing at the same place, as a new report. */
export class ComesAgain {
  private readonly told = new Set<string>();
  private readonly waiting = new Set<NodeJS.Timeout>();

  constructor(
    private readonly book: InMemoryRecordBook,
    private readonly truth: Pick<TruthBook, 'find' | 'add'>,
    private readonly options: AgainOptions,
  ) {}

  /** Reports that are still to be made, or made and not answered yet. */
  get pending(): number {
    const unanswered = this.book
      .all()
      .filter(({ matterId, answers }) => matterId.endsWith(AGAIN) && !answers.some(({ final }) => final));
    return this.waiting.size + unanswered.length;
  }

  /** A case of the matter was closed. */
  closed(matterId: string): void {
    const { seed, pace } = this.options;
    if (this.told.has(matterId) || matterId.endsWith(AGAIN) || !takesTurn(seed, 'again', matterId)) return;
    this.told.add(matterId);
    const random = Random.of(seed, 'again', storyOf(matterId));
    const timer = setTimeout(
      () => {
        this.waiting.delete(timer);
        this.tell(matterId, random);
      },
      random.between(500, 1500) * pace,
    );
    this.waiting.add(timer);
  }

  stop(): void {
    for (const timer of this.waiting) clearTimeout(timer);
  }

  private tell(matterId: string, random: Random): void {
    const before = this.truth.find(matterId);
    const first = this.book.all().find((record) => record.matterId === matterId && !record.withdrawn && !record.relayOf);
    if (!before || !first) return;
    const id = `${matterId}${AGAIN}`;
    this.truth.add({ ...before, id, likeness: undefined });
    this.book.add(this.again(first, id, random));
  }

  private again({ dueAt: _due, evaluation: _verdict, ...first }: CityRecord, matterId: string, random: Random): CityRecord {
    const reportedAt = this.options.now();
    const externalId = this.options.ids.next(first.platform, reportedAt);
    const body = `${first.body}${random.pick(ADDENDA_AGAIN)}`;
    return { ...first, externalId, matterId, body, reportedAt, updatedAt: reportedAt, answers: [] };
  }
}
