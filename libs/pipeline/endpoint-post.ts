import { liveSecrets } from '#domain/delivery/endpoint.js';
import type { Endpoint } from '#domain/delivery/endpoint.js';
import type { Delivery } from '#domain/delivery/delivery.js';
import { webhookBody } from '#domain/delivery/webhook-message.js';
import { signWebhook } from '#domain/delivery/webhook-signature.js';
import type { Clock } from '#domain/ports/clock.js';
import type { WebhookAnswer, WebhookSender } from '#domain/ports/webhook-sender.js';

/** What is sent: a delivery, or a test that nobody is owed. */
export type Message = Pick<Delivery, 'id' | 'type' | 'createdAt' | 'payload'>;

/** Signs a message with all an endpoint's living keys and posts it: to the endpoint, to its shadow, owed or as a test. */
export class EndpointPost {
  constructor(
    private readonly sender: WebhookSender,
    private readonly clock: Clock,
    /** How long an attempt may take. */
    readonly timeoutMs: number,
  ) {}

  send(message: Message, endpoint: Endpoint, url: string): Promise<WebhookAnswer> {
    const at = this.clock.now();
    const body = webhookBody(message, endpoint.thin);
    const signed = signWebhook({ id: message.id, at, body }, liveSecrets(endpoint.keys, at), endpoint.algorithms);
    const headers = { ...signed, 'content-type': 'application/json' };
    return this.sender.send({ url, headers, body, timeoutMs: this.timeoutMs, allowPrivate: endpoint.allowPrivate });
  }
}
