import { RecordBook } from '#apps/city/world/city-record.js';
import type { CityAnswer, CityPlatform, CityRecord } from '#apps/city/world/city-record.js';

const byChange = (a: CityRecord, b: CityRecord): number =>
  a.updatedAt.getTime() - b.updatedAt.getTime() || (a.externalId < b.externalId ? -1 : 1);

/** Around this moment times are mirrored. */
const PIVOT = Date.parse('2026-11-22T00:00:00Z');

const mirrored = (record: CityRecord): CityRecord => ({ ...record, updatedAt: new Date(2 * PIVOT - record.updatedAt.getTime()) });

/** The smallest record book that a platform server can work on; a case moves its records and its time. */
export class ShelfBook extends RecordBook {
  private readonly records = new Map<string, CityRecord>();
  private sorted: readonly CityRecord[] | undefined;
  private newestFirst = false;

  constructor(private readonly now: () => Date) {
    super();
  }

  put(...records: readonly CityRecord[]): void {
    for (const record of records) this.records.set(record.externalId, record);
    this.sorted = undefined;
  }

  /** Changes a record and moves its time to now. */
  touch(externalId: string, change: Partial<CityRecord> = {}): void {
    const record = this.records.get(externalId);
    if (record) this.put({ ...record, ...change, updatedAt: this.now() });
  }

  /** Takes a record away without a trace, as platforms do that know no withdrawal. */
  remove(externalId: string): void {
    this.records.delete(externalId);
    this.sorted = undefined;
  }

  /** Every record there is now. */
  all(): readonly CityRecord[] {
    return [...this.records.values()];
  }

  /**
   * From now on times of change are mirrored, so that any platform that lists by time lists its newest record first. Who
   * asks must put the true times back on their way out.
   */
  showNewestFirst(): void {
    this.newestFirst = true;
  }

  changed(platform: CityPlatform, from: Date | undefined): readonly CityRecord[] {
    this.sorted ??= [...this.records.values()].sort(byChange);
    const found = this.sorted.filter((record) => record.platform === platform && (!from || record.updatedAt >= from));
    return this.newestFirst ? found.map(mirrored).sort(byChange) : found;
  }

  find(platform: CityPlatform, externalId: string): CityRecord | undefined {
    const record = this.records.get(externalId);
    return record?.platform === platform ? record : undefined;
  }

  answer(platform: CityPlatform, externalId: string, answer: CityAnswer): boolean {
    const record = this.find(platform, externalId);
    if (!record) return false;
    if (record.answers.some(({ reference }) => reference === answer.reference)) return true;
    this.touch(externalId, { answers: [...record.answers, answer] });
    return true;
  }
}
