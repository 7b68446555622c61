import type { CityPlatform, CityRecord, RecordBook } from '../world/city-record.js';
import type { CityContext } from './city-context.js';

/** What is wrong with a record that nobody can read. */
export type Defect = 'broken-time' | 'missing-field';

/** A record as a platform lists it; with a defect it is one too many that is in no book. */
export interface Listed {
  readonly record: CityRecord;
  readonly defect?: Defect;
}

const DEFECTS: readonly Defect[] = ['broken-time', 'missing-field'];

const byKey = (a: Listed, b: Listed): number =>
  a.record.updatedAt.getTime() - b.record.updatedAt.getTime() || (a.record.externalId < b.record.externalId ? -1 : 1);

/**
 * The unreadable records of one platform. Each is a copy of a true one under an id of its own, so that nothing true is
 * lost; there are never more than two, since every one of them stays in the hub's quarantine for ever.
 */
export class BrokenExtras {
  private readonly extras: Listed[] = [];

  constructor(
    private readonly platform: CityPlatform,
    private readonly context: CityContext,
  ) {}

  /** The book's records from an instant on, with the unreadable ones among them. */
  list(book: RecordBook, from: Date | undefined): Listed[] {
    const listed: Listed[] = book.changed(this.platform, from).map((record) => ({ record }));
    const extras = this.extras.filter(({ record }) => !from || record.updatedAt >= from);
    return extras.length === 0 ? listed : [...listed, ...extras].sort(byKey);
  }

  /** Draws for each listed record whether an unreadable copy of it appears; true when one did. */
  draw(page: readonly Listed[]): boolean {
    const before = this.extras.length;
    for (const { record, defect } of page) {
      if (this.extras.length === DEFECTS.length) break;
      if (defect || this.extras.some((extra) => extra.record.externalId === `${record.externalId}X`)) continue;
      if (this.context.random() >= this.context.mischief().unreadableRecord) continue;
      const copy = { ...record, externalId: `${record.externalId}X`, answers: [] };
      this.extras.push({ record: copy, defect: DEFECTS[this.extras.length] });
    }
    return this.extras.length > before;
  }
}
