import type { AttemptOutcome } from '#domain/delivery/delivery.js';
import { webhookBody } from '#domain/delivery/webhook-message.js';
import { signWebhook } from '#domain/delivery/webhook-signature.js';
import type { DepartmentId } from '#domain/ids.js';
import type { Clock } from '#domain/ports/clock.js';
import type { TakenDelivery } from '#domain/ports/delivery-store.js';
import type { WebhookSender } from '#domain/ports/webhook-sender.js';
import type { Attempt } from './deliver-due.js';
import { Courier } from './deliver-due.js';

/** Where a department receives. */
export interface Endpoint {
  readonly department: DepartmentId;
  readonly url: string;
  /** Newest first; more than one while secrets rotate. */
  readonly secrets: readonly string[];
  readonly allowPrivate: boolean;
}

/** Remembers which departments do not answer (libs/webhooks/endpoint-breaker.ts). */
export interface Breakers {
  ask(target: string): { readonly kind: 'go' | 'wait' };
  report(target: string, outcome: AttemptOutcome): void;
  stateOf(target: string): { readonly kind: 'closed' | 'open' | 'half-open' };
}

/** Time to write down what came of a round of attempts. */
const SETTLING_MS = 10_000;

/** Signs messages by Standard Webhooks and posts them to departments' endpoints. */
export class WebhookCourier extends Courier {
  readonly leaseMs: number;

  constructor(
    private readonly endpoints: ReadonlyMap<string, Endpoint>,
    private readonly sender: WebhookSender,
    private readonly clock: Clock,
    private readonly timeoutMs: number,
    private readonly breakers: Breakers,
  ) {
    super();
    this.leaseMs = timeoutMs + SETTLING_MS;
  }

  async carry(delivery: TakenDelivery): Promise<Attempt> {
    const endpoint = this.endpoints.get(delivery.target);
    if (!endpoint) return { kind: 'hopeless', reason: `${delivery.target} has no endpoint` };
    const body = webhookBody(delivery);
    const signed = signWebhook({ id: delivery.id, at: this.clock.now(), body }, endpoint.secrets);
    const headers = { ...signed, 'content-type': 'application/json' };
    const { url, allowPrivate } = endpoint;
    const answer = await this.sender.send({ url, headers, body, timeoutMs: this.timeoutMs, allowPrivate });
    this.breakers.report(delivery.target, answer);
    return answer;
  }

  /** A department that does not answer is left alone for a while, then asked with one message. */
  override capacity(target: string): number {
    if (this.breakers.ask(target).kind === 'wait') return 0;
    return this.breakers.stateOf(target).kind === 'half-open' ? 1 : super.capacity(target);
  }
}
