import { Inject, Injectable } from '@nestjs/common';
import { recordBytes, updateIdOf } from '#adapters/open311-inbox/record.js';
import type { InboxComment } from '#adapters/open311-inbox/record.js';
import { mediaOf } from '#adapters/open311-inbox/take-report.js';
import { takeUpdate } from '#adapters/open311-inbox/take-update.js';
import type { ExternalId } from '#domain/ids.js';
import { as } from '#domain/ids.js';
import { Clock } from '#domain/ports/clock.js';
import { PublishedUpdates } from '#domain/ports/published-updates.js';
import { hideIdentities } from '#domain/privacy/hide-identities.js';
import { PublishedUpdateList } from '#storage/reading/published-update-list.js';
import type { ListedUpdate } from '#storage/reading/published-update-list.js';
import { Inboxes } from './inboxes.js';
import type { Inbox } from './inboxes.js';
import { Intake } from './intake.js';
import { readComment } from './comment-form.js';
import type { CommentForm } from './comment-form.js';
import { Open311Refusal } from './refusal.js';
import { readPage, readSpan } from './request-query.js';
import { says, updateStatus } from './status-words.js';
import { w3cTime } from './w3c-time.js';

/** mySociety's extension: what the hub answered, for clients to fetch, and what their citizens say to it. */
@Injectable()
export class UpdateDesk {
  constructor(
    @Inject(Inboxes) private readonly inboxes: Inboxes,
    @Inject(Intake) private readonly intake: Intake,
    @Inject(PublishedUpdates) private readonly published: PublishedUpdates,
    @Inject(PublishedUpdateList) private readonly updates: PublishedUpdateList,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A client's own updates; the newest 90 days of them when it names no time. */
  async list(given: URLSearchParams) {
    const { platform, adapter } = await this.inboxes.ofKey(given);
    const { zone } = adapter.terms;
    const found = await this.updates.between(platform, { ...readSpan(given, this.clock.now(), zone), ...readPage(given) });
    return found.map((update) => updateView(update, zone));
  }

  /** Takes a comment in as news of the report; the same comment again, or our own update coming back, changes nothing. */
  async take(form: URLSearchParams) {
    const inbox = await this.inboxes.ofKey(form);
    const comment = readComment(form, inbox.adapter.terms.zone);
    if (await this.published.isShown(inbox.platform, comment.reference)) return [{ update_id: comment.reference }];
    const requestId = as<ExternalId>(comment.requestId);
    const updateId = updateIdOf(inbox.platform, requestId, comment.reference);
    if ((await this.intake.versions(inbox, requestId)).length === 0) {
      throw new Open311Refusal(404, 'service_request_id was not found');
    }
    await this.add(inbox, requestId, {
      update_id: updateId,
      at: this.clock.now().toISOString(),
      text: comment.text,
      said: await this.meaning(inbox, comment),
      media_url: mediaOf(form),
    });
    return [{ update_id: updateId }];
  }

  /** Until the newest version holds everything: a comment that came meanwhile was written beside ours. */
  private async add(inbox: Inbox, requestId: ExternalId, comment: InboxComment): Promise<void> {
    for (;;) {
      const next = takeUpdate(await this.intake.versions(inbox, requestId), comment);
      if (!next) return;
      await this.intake.stage(inbox, requestId, recordBytes(next));
    }
  }

  /** An open matter is news only where we had answered it, and only from who knew the answer. */
  private async meaning(inbox: Inbox, { status, requestId, at }: CommentForm): Promise<InboxComment['said']> {
    if (says.withdrawn(status)) return 'withdrawn';
    if (!says.notDone(status)) return undefined;
    const answeredAt = await this.updates.answeredAt(inbox.platform, requestId);
    return answeredAt && at > answeredAt ? 'unsolved' : undefined;
  }
}

const updateView = ({ reference, externalId, kind, text, caseStatus, publishedAt }: ListedUpdate, zone: string) => ({
  update_id: reference,
  service_request_id: externalId,
  status: updateStatus(caseStatus, kind),
  external_status_code: caseStatus,
  description: hideIdentities(text),
  media_url: '',
  updated_datetime: w3cTime(publishedAt, zone),
});
