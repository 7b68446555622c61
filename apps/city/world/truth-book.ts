import type { MatterTruth } from '../matters/matter.js';
import type { CityRecord, RecordBook } from './city-record.js';
import { CITY_PLATFORMS } from './city-record.js';
import type { CityPlatform } from './city-record.js';

/** How a stranger names a record. */
export interface RecordName {
  readonly platform: string;
  readonly externalId: string;
}

/** What is really the matter: known to the city's people and to the score, never to the hub. */
export class TruthBook {
  private readonly matters = new Map<string, MatterTruth>();

  constructor(private readonly book: RecordBook) {}

  add(truth: MatterTruth): void {
    this.matters.set(truth.id, truth);
  }

  forget(id: string): void {
    this.matters.delete(id);
  }

  all(): MatterTruth[] {
    return [...this.matters.values()];
  }

  find(id: string): MatterTruth | undefined {
    return this.matters.get(id);
  }

  record(name: RecordName): CityRecord | undefined {
    if (!(CITY_PLATFORMS as readonly string[]).includes(name.platform)) return undefined;
    return this.book.find(name.platform as CityPlatform, name.externalId);
  }

  /** The matter most of the records are about; the one of the first record when it is even. */
  majority(names: readonly RecordName[]): MatterTruth | undefined {
    const votes = new Map<string, number>();
    for (const name of names) {
      const matterId = this.record(name)?.matterId;
      if (matterId) votes.set(matterId, (votes.get(matterId) ?? 0) + 1);
    }
    const most = [...votes].reduce<readonly [string, number] | undefined>(
      (best, vote) => (!best || vote[1] > best[1] ? vote : best),
      undefined,
    );
    return most && this.matters.get(most[0]);
  }
}
