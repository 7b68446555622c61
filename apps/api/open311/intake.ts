import { Inject, Injectable } from '@nestjs/common';
import { readInboxRecord } from '#adapters/open311-inbox/record.js';
import type { InboxRecord } from '#adapters/open311-inbox/record.js';
import type { ExternalId } from '#domain/ids.js';
import { Doorbell } from '#domain/ports/doorbell.js';
import { RecordStore } from '#domain/ports/record-store.js';
import { RecordVersions } from '#storage/reading/record-versions.js';
import type { Inbox } from './inboxes.js';

/** Hands records in like any other platform's: committed first, then the bell. */
@Injectable()
export class Intake {
  constructor(
    @Inject(RecordStore) private readonly inbox: RecordStore,
    @Inject(RecordVersions) private readonly kept: RecordVersions,
    @Inject(Doorbell) private readonly doorbell: Doorbell,
  ) {}

  async isNew({ platform }: Inbox, externalId: ExternalId): Promise<boolean> {
    return (await this.kept.of(platform, externalId)).length === 0;
  }

  /** What was kept of a request, oldest version first. */
  async versions({ platform }: Inbox, externalId: ExternalId): Promise<InboxRecord[]> {
    const read = (await this.kept.of(platform, externalId)).map(readInboxRecord);
    return read.filter((record) => record !== undefined);
  }

  async stage({ platform }: Inbox, externalId: ExternalId, bytes: Uint8Array): Promise<void> {
    const kept = await this.inbox.stage({ platform, records: [{ externalId, bytes }], unreadable: [] });
    if (kept.staged > 0) await this.doorbell.ring([{ job: 'ingest-batch', platform }]);
  }
}
