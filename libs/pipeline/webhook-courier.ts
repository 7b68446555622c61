import type { EndpointHealth } from '#domain/delivery/endpoint-health.js';
import type { AttemptOutcome } from '#domain/delivery/delivery.js';
import type { PacePolicy } from '#domain/delivery/target-pace.js';
import type { TakenDelivery } from '#domain/ports/delivery-store.js';
import type { Attempt } from './deliver-due.js';
import { Courier } from './deliver-due.js';
import type { EndpointDirectory } from './endpoint-directory.js';
import type { EndpointPost } from './endpoint-post.js';
import type { EndpointWatch } from './endpoint-watch.js';
import { isGone } from './endpoint-watch.js';
import type { Contacts } from './privacy/contacts.js';
import type { ShadowCopies } from './shadow-copies.js';

/** Remembers which departments do not answer (libs/webhooks/endpoint-breaker.ts). */
export interface Breakers {
  ask(target: string): { readonly kind: 'go' | 'wait' };
  report(target: string, outcome: AttemptOutcome): void;
  stateOf(target: string): { readonly kind: EndpointHealth['breaker'] };
}

/** Time to write down what came of a round of attempts. */
const SETTLING_MS = 10_000;

/** Carries messages to departments' endpoints. */
export class WebhookCourier extends Courier {
  readonly leaseMs: number;

  constructor(
    private readonly directory: Pick<EndpointDirectory, 'find'>,
    private readonly post: EndpointPost,
    private readonly breakers: Breakers,
    private readonly watch: Pick<EndpointWatch, 'note'>,
    private readonly shadow: Pick<ShadowCopies, 'copy'>,
    private readonly contacts: Pick<Contacts, 'addTo'>,
  ) {
    super();
    this.leaseMs = post.timeoutMs + SETTLING_MS;
  }

  async carry(delivery: TakenDelivery): Promise<Attempt> {
    const endpoint = this.directory.find(delivery.target);
    if (!endpoint?.url) return { kind: 'hopeless', reason: `${delivery.target} has no endpoint` };
    this.shadow.copy(delivery, endpoint);
    const message = await this.contacts.addTo(delivery, delivery.caseId, delivery.target);
    const { excerpt, ...answer } = await this.post.send(message, endpoint, endpoint.url);
    this.breakers.report(delivery.target, answer);
    await this.watch.note(endpoint, answer, this.breakers.stateOf(delivery.target).kind);
    // The endpoint is disabled, the message is not hopeless: it stays owed until somebody enables the endpoint.
    const attempt: Attempt = isGone(answer) ? { ...answer, kind: 'failed' } : answer;
    // A receiver may well answer with what it was sent, and what it answers is kept.
    return message === delivery ? { ...attempt, excerpt } : attempt;
  }

  override paceOf(target: string, usual: PacePolicy): PacePolicy {
    const { concurrency, ratePerSecond } = this.directory.find(target) ?? {};
    return { mostInFlight: concurrency ?? usual.mostInFlight, mostPerSecond: ratePerSecond ?? usual.mostPerSecond };
  }

  /**
   * Nothing leaves for an endpoint that is disabled or fetches its messages itself. One that does not answer is left alone for
   * a while, then asked with one message.
   */
  override capacity(target: string): number {
    const endpoint = this.directory.find(target);
    if (endpoint && (endpoint.state === 'disabled' || endpoint.url === undefined)) return 0;
    if (this.breakers.ask(target).kind === 'wait') return 0;
    return this.breakers.stateOf(target).kind === 'half-open' ? 1 : super.capacity(target);
  }
}
