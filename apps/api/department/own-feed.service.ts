import { Injectable } from '@nestjs/common';
import type { Endpoint } from '#domain/delivery/endpoint.js';
import { webhookBody } from '#domain/delivery/webhook-message.js';
import { RejectedError } from '#domain/errors.js';
import type { DepartmentId } from '#domain/ids.js';
import { Clock } from '#domain/ports/clock.js';
import type { FeedRequest } from '#domain/ports/department-feed.js';
import { DepartmentFeed } from '#domain/ports/department-feed.js';
import { EndpointDirectory } from '#pipeline/endpoint-directory.js';
import { Contacts } from '#pipeline/privacy/contacts.js';

/** The messages of a department that cannot receive, for it to fetch. */
@Injectable()
export class OwnFeed {
  constructor(
    private readonly feed: DepartmentFeed,
    private readonly directory: EndpointDirectory,
    private readonly clock: Clock,
    private readonly contacts: Contacts,
  ) {}

  /** Each message under the id, and with the body, that a webhook would have. */
  async read(department: DepartmentId, request: FeedRequest) {
    const { thin } = this.pulledBy(department);
    const { items, next } = await this.feed.read(department, request, this.clock.now());
    const events = items.map(async ({ id, cursor, caseId, ...message }) => {
      const body = webhookBody(await this.contacts.addTo(message, caseId, department), thin);
      return { id, cursor, event: JSON.parse(body.toString('utf8')) as object };
    });
    return { items: await Promise.all(events), next };
  }

  private pulledBy(department: DepartmentId): Endpoint {
    const endpoint = this.directory.find(department);
    if (!endpoint) throw new RejectedError('NOT_FOUND', `no endpoint of ${department}`);
    if (endpoint.url !== undefined) throw new RejectedError('ENDPOINT_HAS_ADDRESS', `${department} is sent its messages`);
    if (endpoint.state === 'disabled') throw new RejectedError('ENDPOINT_DISABLED', `disabled: ${endpoint.reason ?? ''}`);
    return endpoint;
  }
}
