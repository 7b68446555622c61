import { Injectable } from '@nestjs/common';
import type { Endpoint, EndpointKey } from '#domain/delivery/endpoint.js';
import { publicKeyOf } from '#domain/delivery/webhook-keys.js';
import { RejectedError } from '#domain/errors.js';
import { as } from '#domain/ids.js';
import { Clock } from '#domain/ports/clock.js';
import { EndpointBook } from '#domain/ports/endpoint-book.js';
import { EndpointDesk } from '#pipeline/endpoint-desk.js';
import { EndpointCounts } from '#storage/reading/endpoint-counts.js';
import type { EndpointCount } from '#storage/reading/endpoint-counts.js';
import { EndpointHistory } from '#storage/reading/endpoint-history.js';
import { CityWords } from '../city-words.js';
import type { EndpointChangeDto, NewEndpointDto, RotationDto } from './endpoints.dto.js';

const DAY_MS = 24 * 3_600_000;

/** Departments' endpoints and how they do. */
@Injectable()
export class EndpointsService {
  constructor(
    private readonly book: EndpointBook,
    private readonly desk: EndpointDesk,
    private readonly counts: EndpointCounts,
    private readonly history: EndpointHistory,
    private readonly words: CityWords,
    private readonly clock: Clock,
  ) {}

  async all() {
    const countOf = await this.counts.since(this.aDayAgo());
    return (await this.book.all()).map((endpoint) => this.view(endpoint, countOf(endpoint.department)));
  }

  /** With what happened to it, and what its shadow answered lately. */
  async one(department: string) {
    const endpoint = await this.desk.open(department);
    const countOf = await this.counts.since(this.aDayAgo());
    const notices = await this.history.notices(department);
    const shadow = await this.history.shadow(department);
    return { ...this.view(endpoint, countOf(department)), notices, shadow };
  }

  async create({ department, ...terms }: NewEndpointDto, by: string) {
    if (!this.words.hasDepartment(department)) {
      throw new RejectedError('REQUEST_INVALID', `department: there is no department ${department}`);
    }
    const key = await this.desk.create({ department: as(department), ...terms }, by);
    return { key, endpoint: await this.one(department) };
  }

  async change(department: string, change: EndpointChangeDto, by: string) {
    await this.desk.change(department, change, by);
    return this.one(department);
  }

  rotate(department: string, { kind, overlapHours }: RotationDto, by: string) {
    return this.desk.rotate(department, kind, overlapHours * 3_600_000, by);
  }

  test(department: string, by: string) {
    return this.desk.test(department, by);
  }

  private view({ department, keys, health, ...terms }: Endpoint, count: EndpointCount) {
    const { url = null, shadowUrl = null, callbackKey = null, reason = null, ratePerSecond = null, concurrency = null } = terms;
    return {
      department: this.words.department(department),
      ...terms,
      ...{ url, shadowUrl, callbackKey, reason, ratePerSecond, concurrency },
      mode: url === null ? 'pull' : 'push',
      keys: keys.filter(({ expiresAt }) => expiresAt === undefined || expiresAt > this.clock.now()).map(keyView),
      lastSuccessAt: health.succeededAt ?? null,
      failingSince: health.failingSince ?? null,
      breaker: health.breaker,
      ...count,
    };
  }

  private aDayAgo(): Date {
    return new Date(this.clock.now().getTime() - DAY_MS);
  }
}

/** A secret is never shown again; of our own private key others need the public half. */
function keyView({ secret, createdAt, expiresAt }: EndpointKey) {
  const isShared = secret.startsWith('whsec_');
  return {
    kind: isShared ? 'shared' : 'ed25519',
    publicKey: isShared ? null : publicKeyOf(secret),
    createdAt,
    expiresAt: expiresAt ?? null,
  };
}
