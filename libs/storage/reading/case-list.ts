import type { DataSource } from 'typeorm';
import type { CaseStatus } from '#domain/case/case-status.js';
import type { SupervisionLevel } from '#domain/deadline/stage-policy.js';
import type { CaseId, CaseNumber, CategoryCode, DepartmentId } from '#domain/ids.js';
import type { Place, Urgency } from '#domain/report/report.js';
import type { Route } from '#domain/routing/route.js';
import { ask } from './ask.js';
import { CaseIndex } from './case-index.js';
import type { CaseQuestion, FoundCase } from './case-search.js';
import { CaseSearch } from './case-search.js';
import type { Page, PageRequest } from './page.js';
import { toPage } from './page.js';

/** A case as a line of a list. */
export interface ListedCase {
  readonly id: CaseId;
  readonly number: CaseNumber;
  readonly version: number;
  readonly status: CaseStatus;
  readonly title: string;
  readonly category: CategoryCode;
  readonly urgency: Urgency;
  readonly place: Place;
  readonly lead: DepartmentId | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  /** 催办, 督办, 领导督办. */
  readonly supervision: SupervisionLevel | null;
  /** The next due time that is not met, and when it begins to warn. */
  readonly dueAt: Date | null;
  readonly warnAt: Date | null;
  readonly route: Route;
  readonly reports: readonly { readonly platform: string; readonly externalId: string }[];
}

const COLUMNS = `c.id, c.number, c.version, c.status, c.title, c.category, c.urgency, c.place, c.lead, c.opened_at as "openedAt", c.closed_at as "closedAt",
  c.supervision, k.due_at as "dueAt", k.warn_at as "warnAt", c.route, coalesce(r.reports, '[]') as reports`;

/** Due times count while a case is open; reports in the order they joined. */
const LINES = `select ${COLUMNS} from unnest($1::uuid[]) with ordinality as w(id, position)
join cases c on c.id = w.id
left join lateral (select min(due_at) as due_at, min(warn_at) as warn_at from case_clocks
  where case_id = c.id and met_at is null and paused_at is null and c.closed_at is null) k on true
left join lateral (select jsonb_agg(jsonb_build_object('platform', platform, 'externalId', external_id) order by created_at, id) as reports
  from reports where case_id = c.id) r on true
order by w.position`;

/** Lines of an export that are read at once. */
const EXPORTED_AT_ONCE = 1_000;

/** Which cases there are, in the order that is wanted. */
export class CaseList {
  private readonly search: CaseSearch;
  private readonly index: CaseIndex;

  constructor(private readonly source: DataSource) {
    this.search = new CaseSearch(source);
    this.index = new CaseIndex(source);
  }

  async page(question: CaseQuestion, { cursor, limit }: PageRequest): Promise<Page<ListedCase>> {
    await this.index.beforeReading();
    const found = await this.search.find(question, limit + 1, cursor);
    const { items, next } = toPage(found, limit, ({ place }) => place);
    return { items: await this.lines(items), ...(next !== undefined && { next }) };
  }

  /** The first few in the order of the question. */
  async first(question: CaseQuestion, limit: number): Promise<ListedCase[]> {
    return this.lines(await this.search.find(question, limit));
  }

  /** All of them, some hundred at a time: never more than that is in memory. */
  async *all(question: CaseQuestion): AsyncGenerator<ListedCase> {
    for (let cursor: string | undefined, more = true; more;) {
      const page: Page<ListedCase> = await this.page(question, { cursor, limit: EXPORTED_AT_ONCE });
      yield* page.items;
      cursor = page.next;
      more = cursor !== undefined;
    }
  }

  private lines(found: readonly FoundCase[]): Promise<ListedCase[]> {
    return ask<ListedCase>(this.source, LINES, [found.map(({ id }) => id)]);
  }
}
