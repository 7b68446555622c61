import type { CityRecord, Mischief } from '#apps/city/world/city-record.js';
import { HubError } from '#domain/errors.js';
import { as } from '#domain/ids.js';
import type { PlatformId } from '#domain/ids.js';
import type { Clock } from '#domain/ports/clock.js';
import { Doorbell } from '#domain/ports/doorbell.js';
import type { PlatformAdapter } from '#domain/ports/platform-adapter.js';
import { Platforms } from '#domain/ports/platforms.js';
import type { Platform } from '#domain/ports/platforms.js';
import { SchemaBook } from '#domain/ports/schema-book.js';
import { PullPlatform } from '#pipeline/pull-platform.js';
import { WatchSchema } from '#pipeline/watch-schema.js';
import { ADAPTERS } from '../../adapters.js';
import type { Subject } from '../load-kinds.js';
import { Stand } from '../stand.js';
import { CrashingStore } from './crashing-store.js';
import type { CrashPoint } from './crashing-store.js';

const ID = as<PlatformId>('platform');
/** Wider than any change of a clock and any late record of a history together. */
const OVERLAP_SECONDS = 700;

class QuietDoorbell extends Doorbell {
  override async ring(): Promise<void> {}

  override async answers(): Promise<boolean> {
    return true;
  }
}

class BlankSchemaBook extends SchemaBook {
  override async known(): Promise<[]> {
    return [];
  }

  override async note(): Promise<[]> {
    return [];
  }

  override async open(): Promise<[]> {
    return [];
  }

  override async acknowledge(): Promise<boolean> {
    return false;
  }
}

class OnePlatform extends Platforms {
  constructor(private readonly adapter: PlatformAdapter) {
    super();
  }

  override all(): readonly Platform[] {
    return [{ id: ID, title: '平台', pullEverySeconds: 60, adapter: this.adapter }];
  }

  override find(): Platform {
    return this.all()[0];
  }
}

/** A simulated platform, the real pull over it, and what has ever been true there. */
export class History {
  readonly store: CrashingStore;
  /** How far the platform's clock is ahead of ours. */
  skewSeconds = 0;
  private readonly clock: Clock = { now: () => this.stand.now };
  private adapter: PlatformAdapter;
  private made = 0;
  /** Every text that ever stood on the platform, by the record's external id. */
  private readonly told = new Map<string, Set<string>>();

  private constructor(readonly stand: Stand) {
    this.store = new CrashingStore(this.clock);
    this.restart();
  }

  static async open({ name, kind }: Subject): Promise<History> {
    return new History(await Stand.open(name, kind));
  }

  close(): Promise<void> {
    return this.stand.close();
  }

  /** The records the platform shows now. */
  get records(): readonly CityRecord[] {
    return this.stand.book.all();
  }

  get platformNow(): Date {
    return new Date(this.stand.now.getTime() + this.skewSeconds * 1000);
  }

  wait(seconds: number): void {
    this.stand.now = new Date(this.stand.now.getTime() + seconds * 1000);
  }

  /** Puts a new record on the platform, its time so many seconds behind the platform's clock. */
  async create(lateSeconds: number): Promise<void> {
    const updatedAt = new Date(this.platformNow.getTime() - lateSeconds * 1000);
    const n = this.made++;
    await this.put(this.stand.record(n, { updatedAt, title: '', body: `第 ${n} 件，第 0 版` }));
  }

  async change(at: number, change: Partial<CityRecord>): Promise<void> {
    const record = this.records[at % this.records.length];
    await this.put({ ...record, ...change, updatedAt: this.platformNow });
  }

  async remove(at: number): Promise<void> {
    this.stand.book.remove(this.records[at % this.records.length].externalId);
    await this.stand.turn();
  }

  /** The hub's process is started anew. */
  restart(): void {
    this.adapter = this.freshAdapter();
  }

  /** One pull by the real use case; a platform's refusal or a crash ends it, anything else is a defect. */
  async pull(crash?: CrashPoint, mischief: Partial<Mischief> = {}): Promise<void> {
    this.stand.behave(mischief);
    this.store.crashAt(crash);
    try {
      await this.pullWith(this.store, this.adapter);
    } catch (thrown) {
      if (!isExpected(thrown, mischief, crash)) throw thrown;
      if (crash) this.restart();
    } finally {
      this.store.crashAt(undefined);
      this.stand.behave({});
      this.wait(2); // a platform that asked us to wait has been waited for
    }
  }

  /** What the inbox holds after one more, undisturbed pull. */
  async newest(): Promise<ReadonlyMap<string, string>> {
    await this.pull();
    return newestOf(this.store);
  }

  /** What an inbox holds that was never disturbed and reads the platform as it stands at last. */
  async undisturbed(): Promise<ReadonlyMap<string, string>> {
    const store = new CrashingStore(this.clock);
    await this.pullWith(store, this.freshAdapter());
    return newestOf(store);
  }

  /** Kept versions whose text never stood on the platform. */
  get invented(): readonly string[] {
    return this.store.inOrder(ID).flatMap(({ externalId, bytes }) => {
      const read = this.adapter.map(bytes);
      if (read.kind !== 'report' || externalId.endsWith('X')) return [];
      return this.told.get(externalId)?.has(read.draft.body) ? [] : [`${externalId}: ${read.draft.body}`];
    });
  }

  /** Hub's ids of the records the platform shows now. */
  get ids(): readonly string[] {
    return this.records.map((record) => this.stand.kind.idOf?.(record) ?? record.externalId);
  }

  private async put(record: CityRecord): Promise<void> {
    const id = this.stand.kind.idOf?.(record) ?? record.externalId;
    this.told.set(id, (this.told.get(id) ?? new Set()).add(record.body));
    await this.stand.put(record);
  }

  private async pullWith(store: CrashingStore, adapter: PlatformAdapter): Promise<void> {
    const schema = new WatchSchema(new BlankSchemaBook(), this.clock, () => undefined);
    const pull = new PullPlatform(new OnePlatform(adapter), store, new QuietDoorbell(), this.clock, schema);
    await pull.pull(ID, new AbortController().signal);
  }

  private freshAdapter(): PlatformAdapter {
    const settings = new ADAPTERS[this.stand.name].settings();
    return this.stand.adapter({
      ...this.stand.pages(3),
      ...('overlapSeconds' in settings && { overlapSeconds: OVERLAP_SECONDS }),
    });
  }
}

/** A crash comes as a defect, since the use case knows no such error; a refusal only while the platform misbehaves. */
function isExpected(thrown: unknown, mischief: Partial<Mischief>, crash: CrashPoint | undefined): boolean {
  if (!(thrown instanceof HubError)) return false;
  return thrown.name === 'TransientError'
    ? Object.keys(mischief).length > 0
    : crash !== undefined && /the commit/.test(String(thrown.cause ?? thrown.message));
}

const newestOf = (store: CrashingStore): ReadonlyMap<string, string> =>
  new Map(store.inOrder(ID).map(({ externalId, bytes }) => [externalId, Buffer.from(bytes).toString('utf8')]));
