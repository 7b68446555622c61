import type { DataSource } from 'typeorm';
import type { CaseScope } from '#identity/access/case-scope.js';
import { undertakingCondition } from '#identity/access/undertaking-scope.js';
import type { CaseNumber, DepartmentId, PartnerId, UndertakingId } from '#domain/ids.js';
import type { ListKind, UndertakingState } from '#domain/undertaking/undertaking-state.js';
import { ask } from './ask.js';
import { Conditions } from './conditions.js';
import type { Page, PageRequest } from './page.js';
import { INSTANT, positionOf, toPage, UUID } from './page.js';

/** Which undertakings a list shows; absent fields let everything through. */
export interface UndertakingFilter {
  readonly list?: readonly ListKind[];
  readonly state?: readonly UndertakingState[];
  /** The department that answers. */
  readonly owner?: string;
  /** The partner that claimed or offers. */
  readonly partner?: string;
  readonly street?: string;
  /** Id of the project whose items are wanted. */
  readonly project?: string;
  /** True: due and not ended; false: all others. */
  readonly overdue?: boolean;
}

/** An undertaking as a line of a list. */
export interface ListedUndertaking {
  readonly id: UndertakingId;
  readonly version: number;
  readonly list: ListKind;
  readonly state: UndertakingState;
  readonly title: string;
  readonly what: string;
  readonly street: string;
  readonly caseNumber: CaseNumber | null;
  readonly project: UndertakingId | null;
  readonly offeredBy: PartnerId | null;
  readonly owner: DepartmentId | null;
  readonly partner: PartnerId | null;
  readonly openedAt: Date;
  readonly dueAt: Date | null;
  readonly warnAt: Date | null;
  readonly endedAt: Date | null;
}

/** How many undertakings stand somewhere. */
export interface StateCount {
  readonly list: ListKind;
  readonly state: UndertakingState;
  readonly count: number;
}

/** What a line shows, from `undertakings u`. */
export const UNDERTAKING_COLUMNS = `u.id, u.version, u.list, u.state, u.title, u.what, u.street, u.case_number as "caseNumber", u.project,
  u.offered_by as "offeredBy", u.owner, u.partner, u.opened_at as "openedAt", u.due_at as "dueAt", u.warn_at as "warnAt", u.ended_at as "endedAt"`;

/** The streets' lists: what stands on them, newest first, and how much of it is where. */
export class UndertakingList {
  constructor(private readonly source: DataSource) {}

  async page(
    filter: UndertakingFilter,
    { cursor, limit }: PageRequest,
    scope: CaseScope,
    now: Date,
  ): Promise<Page<ListedUndertaking>> {
    const where = scoped(conditionsOf(filter), scope);
    if (filter.overdue !== undefined) {
      where.add(`${filter.overdue ? '' : 'not'} (u.ended_at is null and coalesce(u.due_at <= ?, false))`, now);
    }
    if (cursor !== undefined)
      where.add('(u.opened_at, u.id) < (?::timestamptz, ?::uuid)', ...positionOf(cursor, [INSTANT, UUID]));
    const sql = `select ${UNDERTAKING_COLUMNS} from undertakings u where ${where}
      order by u.opened_at desc, u.id desc limit ${where.bind(limit + 1)}`;
    const rows = await ask<ListedUndertaking>(this.source, sql, where.parameters);
    return toPage(rows, limit, ({ openedAt, id }) => [openedAt.toISOString(), id]);
  }

  counts(filter: Pick<UndertakingFilter, 'street' | 'project'>, scope: CaseScope): Promise<StateCount[]> {
    const where = scoped(conditionsOf(filter), scope);
    const sql = `select u.list, u.state, count(*)::int as count from undertakings u where ${where} group by 1, 2`;
    return ask<StateCount>(this.source, sql, where.parameters);
  }
}

function scoped(where: Conditions, scope: CaseScope): Conditions {
  const { sql, values } = undertakingCondition(scope);
  return where.add(sql, ...values);
}

const conditionsOf = (filter: UndertakingFilter): Conditions =>
  new Conditions()
    .addIf(filter.list, 'u.list = any(?)')
    .addIf(filter.state, 'u.state = any(?)')
    .addIf(filter.owner, 'u.owner = ?')
    .addIf(filter.partner, 'u.partner = ? or u.offered_by = ?')
    .addIf(filter.street, 'u.street = ?')
    .addIf(filter.project, 'u.project = ?::uuid');
