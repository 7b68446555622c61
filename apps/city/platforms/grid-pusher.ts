import { createHmac } from 'node:crypto';
import { request } from 'undici';
import type { RecordBook } from '../world/city-record.js';
import { BrokenExtras } from './broken-extras.js';
import type { Listed } from './broken-extras.js';
import type { CityContext } from './city-context.js';
import { renderGridEvent } from './grid.js';
import { withRepeat } from './listed-page.js';
import { startRounds } from './rounds.js';
import type { Rounds } from './rounds.js';

export interface GridPusherOptions {
  /** Address of the hub, without `/inbound/grid`. */
  readonly hubUrl: string;
  readonly everyMs?: number;
  /** Probability that a batch the hub has taken is pushed once more for no reason. */
  readonly pushAgain?: number;
}

interface Batch {
  readonly body: string;
  /** What it tells, by event id, as the time of the event's newest change. */
  readonly told: ReadonlyMap<string, number>;
}

const MOST_EVENTS = 50;
const TIMEOUT_MS = 10_000;

/** Pushes changed events to the hub, each batch again until the hub takes it. */
export class GridPusher {
  private readonly extras: BrokenExtras;
  /** What the hub took, by id, with the change it knows of. */
  private readonly taken = new Map<string, number>();
  private waiting: Batch | undefined;
  private batches = 0;

  constructor(
    private readonly book: RecordBook,
    private readonly context: CityContext,
    private readonly options: GridPusherOptions,
  ) {
    this.extras = new BrokenExtras('grid', context);
  }

  /** Pushes one batch; the number of events the hub took, 0 when there was nothing or it refused. */
  async push(): Promise<number> {
    this.waiting ??= this.nextBatch();
    const batch = this.waiting;
    if (!batch || !(await this.send(batch.body))) return 0;
    for (const [id, changedAt] of batch.told) this.taken.set(id, changedAt);
    const again = this.context.random() < (this.options.pushAgain ?? 0.02);
    this.waiting = undefined;
    if (again) await this.send(batch.body);
    return batch.told.size;
  }

  private nextBatch(): Batch | undefined {
    const isNews = ({ record }: Listed): boolean => this.taken.get(record.externalId) !== record.updatedAt.getTime();
    const news = (): Listed[] =>
      this.extras
        .list(this.book, undefined)
        .filter(isNews)
        .slice(0, MOST_EVENTS - 1);
    let events = news();
    if (this.extras.draw(events)) events = news();
    if (events.length === 0) return undefined;
    const batchNo = `B${this.context.now().getTime()}-${++this.batches}`;
    const shown = withRepeat(events, this.context).map(({ record, defect }) => renderGridEvent(record, this.context, defect));
    const told = new Map(events.map(({ record }) => [record.externalId, record.updatedAt.getTime()]));
    return { body: JSON.stringify({ batchNo, events: shown }), told };
  }

  private async send(whole: string): Promise<boolean> {
    const { gridAppKey, gridPushSecret } = this.context.secrets;
    const cut = this.context.random() < this.context.mischief().truncatedBody;
    const body = cut ? whole.slice(0, Math.floor(whole.length / 2)) : whole;
    const timestamp = String(Math.floor(this.context.now().getTime() / 1000));
    try {
      const answer = await request(`${this.options.hubUrl}/inbound/grid`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-app-key': gridAppKey,
          'x-timestamp': timestamp,
          'x-signature': createHmac('sha256', gridPushSecret).update(`${timestamp}.${body}`).digest('hex'),
        },
        body,
        headersTimeout: TIMEOUT_MS,
        bodyTimeout: TIMEOUT_MS,
      });
      await answer.body.dump();
      return answer.statusCode >= 200 && answer.statusCode < 300;
    } catch {
      return false; // the hub is down: the same batch goes again
    }
  }
}

/** Pushes all the time until stopped. */
export function startGridPusher(book: RecordBook, context: CityContext, options: GridPusherOptions): Rounds {
  const pusher = new GridPusher(book, context, options);
  return startRounds(options.everyMs ?? 500, async (going) => {
    while (going() && (await pusher.push()) > 0);
  });
}
