import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#domain/ports/clock.js';
import { AskedRequests } from '#storage/reading/asked-requests.js';
import type { AskedRequest } from '#storage/reading/asked-requests.js';
import { CityWords } from '../admin/city-words.js';
import { Inboxes } from './inboxes.js';
import { Open311Refusal } from './refusal.js';
import { readRequestFilter, readRequestIds } from './request-query.js';
import { requestView } from './request-view.js';
import { ServiceCatalogue } from './service-catalogue.js';

/** Requests as their clients, or anybody, may see them. */
@Injectable()
export class RequestList {
  constructor(
    @Inject(Inboxes) private readonly inboxes: Inboxes,
    @Inject(ServiceCatalogue) private readonly catalogue: ServiceCatalogue,
    @Inject(AskedRequests) private readonly requests: AskedRequests,
    @Inject(CityWords) private readonly words: CityWords,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Those with the ids asked for, or the newest of a time. */
  async list(given: URLSearchParams) {
    const readable = this.inboxes.readable(given);
    const ids = readRequestIds(given);
    if (ids) return this.shown(given, await this.requests.byIds(readable, ids));
    const { zone } = this.inboxes.meant(given)[0].adapter.terms;
    return this.shown(given, await this.requests.list(readable, readRequestFilter(given, this.clock.now(), zone)));
  }

  async one(given: URLSearchParams, id: string) {
    const found = await this.requests.byIds(this.inboxes.readable(given), [id]);
    if (found.length === 0) throw new Open311Refusal(404, 'service_request_id was not found');
    return this.shown(given, found);
  }

  /** A token names its request from the start, and tells the id once the hub has opened or found the case. */
  async ofToken(given: URLSearchParams, token: string) {
    const everywhere = this.inboxes.meant(given).map(({ platform }) => platform);
    const [asked] = await this.requests.byIds(everywhere, [token]);
    if (!asked) throw new Open311Refusal(404, 'token was not found');
    return [{ service_request_id: asked.status === null ? null : asked.externalId, token }];
  }

  private shown(given: URLSearchParams, found: readonly AskedRequest[]) {
    const byPlatform = new Map(this.inboxes.meant(given).map((inbox) => [inbox.platform, inbox]));
    return found.flatMap((asked) => {
      const inbox = byPlatform.get(asked.platform);
      if (!inbox) return [];
      const service = (code: string): string | null => this.catalogue.nameOf(inbox, code);
      const department = (id: string): string => this.words.department(id).name;
      return [requestView(asked, { zone: inbox.adapter.terms.zone, service, department })];
    });
  }
}
