import type { AttemptOutcome } from '#domain/delivery/delivery.js';
import type { Endpoint } from '#domain/delivery/endpoint.js';
import type { EndpointHealth } from '#domain/delivery/endpoint-health.js';
import { failsForGood, healthAfter, isNews } from '#domain/delivery/endpoint-health.js';
import type { Clock } from '#domain/ports/clock.js';
import type { EndpointBook } from '#domain/ports/endpoint-book.js';
import type { EndpointDirectory } from './endpoint-directory.js';
import type { Tell } from './tell.js';

/** Follows how endpoints answer: writes down what is new, disables one that is gone or lastingly dead, and tells people. */
export class EndpointWatch {
  constructor(
    private readonly book: EndpointBook,
    private readonly directory: EndpointDirectory,
    private readonly clock: Clock,
    private readonly tell: Tell,
    private readonly disableAfterMs: number,
  ) {}

  /** Takes note of an attempt. Never throws: a message that arrived has arrived, whatever we could write down of it. */
  async note(endpoint: Endpoint, outcome: AttemptOutcome, breaker: EndpointHealth['breaker']): Promise<void> {
    const now = this.clock.now();
    const before = this.directory.healthOf(endpoint);
    const after = healthAfter(before, outcome.kind === 'confirmed', breaker, now);
    try {
      if (isNews(before, after)) {
        this.directory.remember(endpoint, after);
        await this.book.noteHealth(endpoint.department, after);
      }
      if (isGone(outcome)) await this.disable(endpoint, outcome.reason, now);
      else if (outcome.kind !== 'confirmed' && failsForGood(after, now, this.disableAfterMs)) {
        await this.disable(endpoint, `no success since ${after.failingSince?.toISOString()}: ${outcome.reason}`, now);
      }
    } catch (thrown) {
      this.tell(
        { department: endpoint.department, reason: String(thrown) },
        'the health of an endpoint could not be written down',
      );
    }
  }

  private async disable(endpoint: Endpoint, reason: string, now: Date): Promise<void> {
    const wasEnabled = await this.book.disable(endpoint.department, reason, now);
    await this.directory.refresh();
    if (wasEnabled) this.tell({ department: endpoint.department, reason }, 'an endpoint is disabled; what it is owed waits');
  }
}

/** Standard Webhooks: 410 Gone asks never to be sent anything again. */
export const isGone = (outcome: AttemptOutcome): outcome is AttemptOutcome & { reason: string } =>
  'status' in outcome && outcome.status === 410 && outcome.kind !== 'confirmed';
