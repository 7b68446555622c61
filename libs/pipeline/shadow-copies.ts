import type { Endpoint } from '#domain/delivery/endpoint.js';
import type { TakenDelivery } from '#domain/ports/delivery-store.js';
import type { EndpointBook } from '#domain/ports/endpoint-book.js';
import type { Clock } from '#domain/ports/clock.js';
import type { EndpointPost } from './endpoint-post.js';
import type { Tell } from './tell.js';

/** A shadow that does not answer must not gather memory: what exceeds this is not copied, and said to be. */
const IN_FLIGHT = 32;

/** Sends copies beside the real messages, for a system that is to take over. Nobody waits for them and nothing is retried. */
export class ShadowCopies {
  private inFlight = 0;

  constructor(
    private readonly post: EndpointPost,
    private readonly book: EndpointBook,
    private readonly clock: Clock,
    private readonly tell: Tell,
  ) {}

  /** Copies a message with its first attempt; returns at once. */
  copy(delivery: TakenDelivery, endpoint: Endpoint): void {
    const { shadowUrl: url } = endpoint;
    if (url === undefined || delivery.attempts > 0) return;
    void this.send(delivery, endpoint, url).catch((thrown: unknown) =>
      this.tell(
        { department: endpoint.department, reason: String(thrown) },
        'a shadow delivery could not be made or written down',
      ),
    );
  }

  private async send(delivery: TakenDelivery, endpoint: Endpoint, url: string): Promise<void> {
    const at = this.clock.now();
    const full = { kind: 'failed', reason: `not copied: ${IN_FLIGHT} copies wait for an answer`, durationMs: 0 } as const;
    const outcome = this.inFlight >= IN_FLIGHT ? full : await this.counted(() => this.post.send(delivery, endpoint, url));
    await this.book.noteShadow({ department: endpoint.department, deliveryId: delivery.id, at, url, outcome });
  }

  private async counted<Result>(work: () => Promise<Result>): Promise<Result> {
    this.inFlight += 1;
    try {
      return await work();
    } finally {
      this.inFlight -= 1;
    }
  }
}
