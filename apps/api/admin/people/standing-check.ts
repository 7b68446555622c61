import { Injectable } from '@nestjs/common';
import { RejectedError } from '#domain/errors.js';
import type { Role, WrittenScope } from '#identity/access/roles.js';
import { readStanding, ROLE_LABELS, SCOPES_OF_ROLE } from '#identity/access/roles.js';
import type { WrittenStanding } from '#storage/people/operator-accounts.js';
import { CityWords } from '../city-words.js';

/** Whether role and scope go together, and the scope names what the city has. */
@Injectable()
export class StandingCheck {
  constructor(private readonly words: CityWords) {}

  /** As it is written down. Throws `REQUEST_INVALID`. */
  insist(role: Role, scope: WrittenScope): WrittenStanding {
    if (!readStanding(role, scope)) {
      const fitting = SCOPES_OF_ROLE[role].join('、');
      throw unfit(`${ROLE_LABELS[role]}的范围应为 ${fitting}，并写明 ids（all 除外）`);
    }
    const strange = scope.ids.filter((id) => !this.isThere(scope.kind, id));
    if (strange.length > 0) throw unfit(`没有 ${strange.join('、')}`);
    return { role, scopeKind: scope.kind, scopeIds: scope.ids };
  }

  private isThere(kind: string, id: string): boolean {
    if (kind === 'department') return this.words.hasDepartment(id);
    return kind === 'street' ? this.words.hasStreet(id) : this.words.hasGrid(id);
  }
}

const unfit = (fault: string): RejectedError =>
  new RejectedError('REQUEST_INVALID', `scope: ${fault}`, { details: { scope: fault } });
