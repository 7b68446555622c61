import { CITY_PLATFORMS, RecordBook } from './city-record.js';
import type { CityAnswer, CityPlatform, CityRecord } from './city-record.js';

export type RecordEvent = 'appeared' | 'answered' | 'changed';
export type RecordListener = (record: CityRecord, event: RecordEvent) => void;

interface Shelf {
  readonly records: Map<string, CityRecord>;
  /** Ascending by (updatedAt, externalId); undefined after a change, made again when somebody asks. */
  sorted: readonly CityRecord[] | undefined;
}

const byChange = (a: CityRecord, b: CityRecord): number =>
  a.updatedAt.getTime() - b.updatedAt.getTime() || (a.externalId < b.externalId ? -1 : a.externalId > b.externalId ? 1 : 0);

/** The city's records in memory. Changes are stamped with a time that never runs backwards, save for those that come late. */
export class InMemoryRecordBook extends RecordBook {
  private readonly shelves = new Map<CityPlatform, Shelf>(
    CITY_PLATFORMS.map((platform) => [platform, { records: new Map(), sorted: undefined }]),
  );
  private readonly listeners = new Set<RecordListener>();
  private newest = 0;
  private inBurst = false;

  constructor(private readonly now: () => Date = () => new Date()) {
    super();
  }

  /** Calls the listener for every record that appears or changes; returns how to stop it. */
  subscribe(listener: RecordListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Puts a new record on its shelf, stamped now, or `lateBySeconds` before now as platforms with slow insides do. */
  add(record: CityRecord, lateBySeconds = 0): CityRecord {
    const stamp = this.stamp();
    const placed: CityRecord = { ...record, updatedAt: new Date(stamp.getTime() - lateBySeconds * 1000) };
    this.keep(placed);
    this.tell(placed, 'appeared');
    return placed;
  }

  /** Puts back a record as it was kept before, with its own stamp and without telling anybody. */
  restore(record: CityRecord): void {
    this.newest = Math.max(this.newest, record.updatedAt.getTime());
    this.keep(record);
  }

  /** Replaces parts of a record and moves its stamp; undefined: no such record. */
  amend(
    platform: CityPlatform,
    externalId: string,
    change: Partial<Pick<CityRecord, 'title' | 'body' | 'urgency' | 'withdrawn' | 'evaluation'>>,
  ): CityRecord | undefined {
    const record = this.find(platform, externalId);
    if (!record) return undefined;
    const amended: CityRecord = { ...record, ...change, updatedAt: this.stamp() };
    this.keep(amended);
    this.tell(amended, 'changed');
    return amended;
  }

  /** Takes a record away for good; a city that runs for ever must forget. */
  forget(platform: CityPlatform, externalId: string): void {
    const shelf = this.shelves.get(platform)!;
    if (shelf.records.delete(externalId)) shelf.sorted = undefined;
  }

  changed(platform: CityPlatform, from: Date | undefined): readonly CityRecord[] {
    const shelf = this.shelves.get(platform)!;
    shelf.sorted ??= [...shelf.records.values()].sort(byChange);
    if (!from) return shelf.sorted;
    const first = shelf.sorted.findIndex((record) => record.updatedAt >= from);
    return first < 0 ? [] : shelf.sorted.slice(first);
  }

  find(platform: CityPlatform, externalId: string): CityRecord | undefined {
    return this.shelves.get(platform)?.records.get(externalId);
  }

  answer(platform: CityPlatform, externalId: string, answer: CityAnswer): boolean {
    const record = this.find(platform, externalId);
    if (!record) return false;
    if (record.answers.some((kept) => kept.reference === answer.reference)) return true;
    const answered: CityRecord = { ...record, answers: [...record.answers, answer], updatedAt: this.stamp() };
    this.keep(answered);
    this.tell(answered, 'answered');
    return true;
  }

  count(platform: CityPlatform): number {
    return this.shelves.get(platform)!.records.size;
  }

  /** Every record of every platform. */
  all(): CityRecord[] {
    return CITY_PLATFORMS.flatMap((platform) => [...this.shelves.get(platform)!.records.values()]);
  }

  /**
   * One instant for everything that happens in one go, so that bursts share it, and a later one for whatever comes after:
   * what appears once a list was read must not hide behind its last line.
   */
  private stamp(): Date {
    if (!this.inBurst) {
      this.newest = Math.max(this.newest + 1, this.now().getTime());
      this.inBurst = true;
      queueMicrotask(() => (this.inBurst = false));
    }
    return new Date(this.newest);
  }

  private keep(record: CityRecord): void {
    const shelf = this.shelves.get(record.platform)!;
    shelf.records.set(record.externalId, record);
    shelf.sorted = undefined;
  }

  private tell(record: CityRecord, event: RecordEvent): void {
    for (const listener of this.listeners) listener(record, event);
  }
}
