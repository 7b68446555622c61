import { Inject, Injectable } from '@nestjs/common';
import { Open311InboxAdapter } from '#adapters/open311-inbox/adapter.js';
import type { PlatformId } from '#domain/ids.js';
import { Platforms } from '#domain/ports/platforms.js';
import { RefusalLog } from '#domain/ports/refusal-log.js';
import { parameter } from './call.js';
import { Open311Refusal } from './refusal.js';

/** A configured client of the Open311 server. */
export interface Inbox {
  readonly platform: PlatformId;
  readonly adapter: Open311InboxAdapter;
}

/** Who may ask for what: clients by their keys, everybody by the jurisdiction. */
@Injectable()
export class Inboxes {
  constructor(
    @Inject(Platforms) private readonly platforms: Platforms,
    @Inject(RefusalLog) private readonly refusals: RefusalLog,
  ) {}

  /** Inboxes of the jurisdiction that is meant, at least one; which one must be said when there are several. */
  meant(given: URLSearchParams): readonly [Inbox, ...Inbox[]] {
    const wanted = parameter(given, 'jurisdiction_id');
    const all = this.all();
    const jurisdictions = new Set(all.map(({ adapter }) => adapter.terms.jurisdictionId));
    if (wanted === undefined && jurisdictions.size > 1) throw new Open311Refusal(400, 'jurisdiction_id was not provided');
    const isMeant = ({ adapter: { terms } }: Inbox): boolean =>
      wanted === undefined || terms.jurisdictionId === undefined || terms.jurisdictionId === wanted;
    const [first, ...others] = all.filter(isMeant);
    if (!first) throw new Open311Refusal(404, 'jurisdiction_id provided was not found');
    return [first, ...others];
  }

  /** The inbox whose key was given; a wrong key goes on record. */
  async ofKey(given: URLSearchParams): Promise<Inbox> {
    const key = parameter(given, 'api_key');
    if (key === undefined) throw new Open311Refusal(403, 'api_key was not provided');
    const found = this.meant(given).find(({ adapter }) => adapter.accepts(key));
    if (found) return found;
    await this.refusals.note({ who: 'open311', code: 'FORBIDDEN', detail: 'no client has that api_key' });
    throw new Open311Refusal(403, 'api_key is not valid');
  }

  /** Inboxes whose requests may be read without a key, and the one whose key was given. */
  readable(given: URLSearchParams): PlatformId[] {
    const key = parameter(given, 'api_key');
    const inboxes = this.meant(given).filter(
      ({ adapter }) => adapter.terms.publicRequests || (key !== undefined && adapter.accepts(key)),
    );
    if (inboxes.length === 0) throw new Open311Refusal(403, 'requests are shown for a valid api_key only');
    return inboxes.map(({ platform }) => platform);
  }

  private all(): Inbox[] {
    const inboxes = this.platforms
      .all()
      .flatMap(({ id, adapter }) => (adapter instanceof Open311InboxAdapter ? [{ platform: id, adapter }] : []));
    if (inboxes.length === 0) throw new Open311Refusal(404, 'this hub takes no Open311 reports');
    return inboxes;
  }
}
