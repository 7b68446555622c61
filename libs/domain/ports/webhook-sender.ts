import type { AttemptOutcome } from '../delivery/delivery.js';

/** One signed webhook, ready to go. */
export interface WebhookRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly timeoutMs: number;
  /** Whether the endpoint may lie on a private network, as departments on a government intranet do. */
  readonly allowPrivate: boolean;
}

/** What came of sending it. */
export type WebhookAnswer = AttemptOutcome & {
  readonly durationMs: number;
  /** Beginning of the answer's body, at most 500 characters. */
  readonly excerpt?: string;
};

/** Sends webhooks. Never throws for what the other side does: every way it can go is an outcome. */
export abstract class WebhookSender {
  abstract send(request: WebhookRequest): Promise<WebhookAnswer>;
}
