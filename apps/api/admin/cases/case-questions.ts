import { Injectable } from '@nestjs/common';
import { Clock } from '#domain/ports/clock.js';
import { Platforms } from '#domain/ports/platforms.js';
import { IdentityVault } from '#domain/ports/vault.js';
import type { CaseScope } from '#identity/access/case-scope.js';
import type { CaseQuestion } from '#storage/reading/case-search.js';
import type { CaseSort } from '#storage/reading/case-sorts.js';
import { filtersOf } from './filter-rules.js';

/** A number that nobody has: what cannot be hashed is nobody's. */
const NOBODY = 'nobody';

/** Turns what somebody asks into a question about cases: only theirs to see, kinds of platform as platforms, numbers as hashes. */
@Injectable()
export class CaseQuestions {
  constructor(
    private readonly platforms: Platforms,
    private readonly vault: IdentityVault,
    private readonly clock: Clock,
  ) {}

  of(request: object & { readonly sort?: CaseSort }, scope: CaseScope): CaseQuestion {
    const filter = filtersOf(request);
    const { channel, reporter } = filter;
    const resolved = {
      ...filter,
      ...(channel && { channel: this.platformsOf(channel) }),
      ...(reporter !== undefined && { reporter: this.vault.hashOf(reporter) ?? NOBODY }),
    };
    return { filter: resolved, scope, sort: request.sort, now: this.clock.now() };
  }

  private platformsOf(kinds: readonly string[]): string[] {
    return this.platforms
      .all()
      .filter(({ adapter }) => kinds.includes(adapter.describe().kind))
      .map(({ id }) => id);
  }
}
