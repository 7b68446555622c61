import { Injectable } from '@nestjs/common';
import { as } from '#domain/ids.js';
import type { RecordId } from '#domain/ids.js';
import { Doorbell } from '#domain/ports/doorbell.js';
import { RecordStore } from '#domain/ports/record-store.js';
import type { QuarantinedRecord } from '#storage/reading/quarantine-list.js';
import { MOST_RETRIES, QuarantineList } from '#storage/reading/quarantine-list.js';
import { CityWords } from '../city-words.js';
import { hideRaw } from '#domain/privacy/hide-raw.js';
import type { PageDto } from '../page.dto.js';
import { textPreview } from './text-preview.js';

/** Records that could not be read. */
@Injectable()
export class QuarantineService {
  constructor(
    private readonly list: QuarantineList,
    private readonly records: RecordStore,
    private readonly doorbell: Doorbell,
    private readonly words: CityWords,
  ) {}

  async page({ cursor, limit }: PageDto) {
    const { items, next } = await this.list.page({ cursor, limit });
    return { items: items.map((row) => this.view(row)), next };
  }

  /** Puts records back among the waiting, to be read with what the mappers know today. */
  async retry(ids: readonly string[]): Promise<{ retried: number }> {
    const retried = await this.records.retryQuarantined(ids.map((id) => as<RecordId>(id)));
    const platforms = await this.records.platformsWithWaiting();
    await this.doorbell.ring(platforms.map((platform) => ({ job: 'ingest-batch', platform })));
    return { retried };
  }

  private view({ bytes, platform, faults, ...record }: QuarantinedRecord) {
    return {
      ...record,
      platform: this.words.platform(platform),
      faults: faults ?? [],
      isExhausted: record.retries >= MOST_RETRIES,
      text: hideRaw(textPreview(bytes)),
    };
  }
}
