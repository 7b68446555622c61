import { createHash, timingSafeEqual } from 'node:crypto';
import { RejectedError } from '#domain/errors.js';
import { PlatformAdapter } from '#domain/ports/platform-adapter.js';
import type { AdapterDescription, CheckResult, MappedRecord, PlatformUpdate, ReadBack } from '#domain/ports/platform-adapter.js';
import type { UpdateBoard } from '#domain/ports/published-updates.js';
import { checkPlatform } from '../formats/check-platform.js';
import type { Open311InboxSettings } from './config.js';
import { mapInboxRecord } from './mapper.js';

const PROBE = 'huiliu-check';

const digestOf = (key: string): Buffer => createHash('sha256').update(key).digest();

/** A client that reports to our Open311 server and fetches its answers there: writing back is putting them up. */
export class Open311InboxAdapter extends PlatformAdapter {
  readonly #key: Buffer;
  /** The settings without the key. */
  readonly terms: Omit<Open311InboxSettings, 'apiKey'>;

  constructor(
    settings: Open311InboxSettings,
    private readonly board: UpdateBoard,
  ) {
    super();
    const { apiKey, ...terms } = settings;
    this.#key = digestOf(apiKey);
    this.terms = terms;
  }

  /** Whether that is the client's key; takes the same time for every wrong one. */
  accepts(key: string): boolean {
    return timingSafeEqual(digestOf(key), this.#key);
  }

  describe(): AdapterDescription {
    return { kind: 'open311-inbox', title: 'Open311 报送入口', capabilities: ['push-update'] };
  }

  check(_signal: AbortSignal): Promise<CheckResult> {
    return checkPlatform(async () => {
      await this.board.shows(PROBE);
      return '可以接收报送，答复由对方来取';
    });
  }

  map(bytes: Uint8Array): MappedRecord {
    return mapInboxRecord(bytes, this.terms);
  }

  override async pushUpdate(update: PlatformUpdate): Promise<void> {
    if (await this.board.publish(update)) return;
    throw new RejectedError('PLATFORM_REQUEST_REFUSED', `there is no service request ${update.externalId}`);
  }

  override async readBack(update: PlatformUpdate): Promise<ReadBack> {
    return { kind: (await this.board.shows(update.reference)) ? 'shown' : 'absent' };
  }
}
