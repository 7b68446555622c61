import { Injectable } from '@nestjs/common';
import { RejectedError } from '#domain/errors.js';
import type { ApiKey } from '#domain/ports/api-key-book.js';
import { Clock } from '#domain/ports/clock.js';
import { ApiKeys } from '#identity/api-keys/api-keys.js';
import { CityWords } from '../city-words.js';
import type { NewApiKeyDto } from './api-keys.dto.js';

/** Keys of programs as operators make, see and revoke them. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly keys: ApiKeys,
    private readonly words: CityWords,
    private readonly clock: Clock,
  ) {}

  async all() {
    return (await this.keys.all()).map((key) => this.view(key));
  }

  async make(wanted: NewApiKeyDto, by: string) {
    const now = this.clock.now();
    const { name, role, scopeKind, scopeIds = [], expiresAt } = wanted;
    this.check(wanted, now);
    const expires = expiresAt === undefined ? undefined : new Date(expiresAt);
    const { token, ...key } = await this.keys.make({ name, role, scopeKind, scopeIds, expiresAt: expires }, by, now);
    return { ...this.view(key), token };
  }

  async revoke(id: string): Promise<void> {
    if (!(await this.keys.revoke(id, this.clock.now()))) throw new RejectedError('NOT_FOUND', `there is no key ${id}`);
  }

  private check({ role, scopeKind, scopeIds = [], expiresAt }: NewApiKeyDto, now: Date): void {
    if (scopeKind === 'all' && scopeIds.length > 0) throw refused('scopeIds: a key that sees everything has none');
    const strange = scopeIds.filter((id) => !this.isThere(scopeKind, id));
    if (strange.length > 0) throw refused(`scopeIds: there is no ${scopeKind} ${strange.join(', ')}`);
    if (role === 'department' && (scopeKind !== 'department' || scopeIds.length !== 1)) {
      throw refused('scopeIds: the key of a department names that department and no other');
    }
    if (expiresAt !== undefined && new Date(expiresAt) <= now) throw refused('expiresAt: lies in the past');
  }

  private isThere(kind: NewApiKeyDto['scopeKind'], id: string): boolean {
    if (kind === 'department') return this.words.hasDepartment(id);
    return kind === 'street' ? this.words.hasStreet(id) : this.words.hasGrid(id);
  }

  private view({ expiresAt, lastUsedAt, revokedAt, ...key }: ApiKey) {
    const isOver = expiresAt !== undefined && expiresAt <= this.clock.now();
    const state = revokedAt ? 'revoked' : isOver ? 'expired' : 'live';
    return { ...key, state, expiresAt: expiresAt ?? null, lastUsedAt: lastUsedAt ?? null, revokedAt: revokedAt ?? null };
  }
}

const refused = (fault: string): RejectedError => new RejectedError('REQUEST_INVALID', fault);
