import { liveSecrets } from '#domain/delivery/endpoint.js';
import type { Endpoint } from '#domain/delivery/endpoint.js';
import { freshPrivateKey, freshSecret, publicKeyOf } from '#domain/delivery/webhook-keys.js';
import { RejectedError } from '#domain/errors.js';
import type { DeliveryId, DepartmentId } from '#domain/ids.js';
import { as } from '#domain/ids.js';
import type { Clock } from '#domain/ports/clock.js';
import type { Doorbell } from '#domain/ports/doorbell.js';
import type { EndpointBook, EndpointChange, NewEndpoint } from '#domain/ports/endpoint-book.js';
import type { IdSource } from '#domain/ports/ids.js';
import type { WebhookAnswer } from '#domain/ports/webhook-sender.js';
import type { EndpointDirectory } from './endpoint-directory.js';
import type { EndpointPost } from './endpoint-post.js';
import { ringsFor } from './rings.js';

/** Secrets of one kind that may sign beside each other: each is a signature in the header of every message. */
const MOST_SECRETS = 4;

/** What a rotation hands out, this once. */
export interface Rotated {
  /** `whsec_…`, or `whpk_…` where we alone sign. */
  readonly key: string;
  /** Until then the old one signs beside it. */
  readonly oldUntil: Date;
}

/** What operators do to endpoints; every process follows within seconds. */
export class EndpointDesk {
  constructor(
    private readonly book: EndpointBook,
    private readonly directory: EndpointDirectory,
    private readonly post: EndpointPost,
    private readonly doorbell: Doorbell,
    private readonly clock: Clock,
    private readonly ids: IdSource,
  ) {}

  /** Adds an endpoint; its secret is in this answer and nowhere else. Throws RejectedError `ENDPOINT_EXISTS`. */
  async create(terms: Omit<NewEndpoint, 'secret'>, by: string): Promise<string> {
    const secret = freshSecret();
    if (!(await this.book.create({ ...terms, secret }, by, this.clock.now()))) {
      throw new RejectedError('ENDPOINT_EXISTS', `${terms.department} has an endpoint`);
    }
    await this.directory.refresh();
    return secret;
  }

  async change(department: string, change: EndpointChange, by: string): Promise<Endpoint> {
    await this.book.change((await this.open(department)).department, change, by, this.clock.now());
    if (change.state === 'enabled') await this.doorbell.ring(ringsFor([{ channel: 'webhook', target: department }]));
    return this.open(department);
  }

  /** A new secret; the old ones of its kind sign beside it for `overlapMs`. */
  async rotate(department: string, kind: 'shared' | 'ed25519', overlapMs: number, by: string): Promise<Rotated> {
    const endpoint = await this.open(department);
    const now = this.clock.now();
    const prefix = kind === 'shared' ? 'whsec_' : 'whsk_';
    const signing = liveSecrets(endpoint.keys, now).filter((secret) => secret.startsWith(prefix));
    if (overlapMs > 0 && signing.length >= MOST_SECRETS) {
      throw new RejectedError('ENDPOINT_SECRETS_FULL', `${signing.length} secrets of ${department} sign side by side already`);
    }
    const secret = kind === 'shared' ? freshSecret() : freshPrivateKey();
    const oldUntil = new Date(now.getTime() + overlapMs);
    await this.book.rotate(endpoint.department, secret, oldUntil, by, now);
    await this.directory.refresh();
    return { key: kind === 'shared' ? secret : publicKeyOf(secret), oldUntil };
  }

  /**
   * Sends `endpoint.test`, signed and posted as every message, to an endpoint in whatever state. It belongs to no case and
   * nobody is owed it: the answer is told at once and nothing is tried again.
   */
  async test(department: string, by: string): Promise<WebhookAnswer & { id: string }> {
    const endpoint = await this.open(department);
    if (endpoint.url === undefined)
      throw new RejectedError('ENDPOINT_HAS_NO_ADDRESS', `${department} fetches its messages itself`);
    const message = {
      id: this.ids.next<DeliveryId>(),
      type: 'endpoint.test',
      createdAt: this.clock.now(),
      payload: { department },
    };
    const answer = await this.post.send(message, endpoint, endpoint.url);
    const detail = 'reason' in answer ? answer.reason : `HTTP ${answer.status ?? ''}`;
    await this.book.note({ department: endpoint.department, at: message.createdAt, what: 'tested', by, detail });
    return { id: message.id, ...answer };
  }

  /** As the database has it now. */
  async open(department: string): Promise<Endpoint> {
    await this.directory.refresh();
    const endpoint = this.directory.find(as<DepartmentId>(department));
    if (!endpoint) throw new RejectedError('NOT_FOUND', `no endpoint of ${department}`);
    return endpoint;
  }
}
