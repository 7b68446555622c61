import type { DataSource } from 'typeorm';
import type { CaseScope } from '#identity/access/case-scope.js';
import { scopeCondition } from '#identity/access/case-scope.js';
import { ask, askWide } from './ask.js';
import type { Reach } from './case-conditions.js';
import { addFilter } from './case-conditions.js';
import type { CaseFilter } from './case-filters.js';
import type { CaseSort, CaseSortOrder } from './case-sorts.js';
import { behind, CASE_SORTS, orderOf } from './case-sorts.js';
import { Conditions } from './conditions.js';
import { positionOf } from './page.js';

/** Which cases are asked for: what a person may see of what they want. */
export interface CaseQuestion {
  readonly filter: CaseFilter;
  readonly scope: CaseScope;
  readonly sort?: CaseSort;
  readonly now: Date;
}

/** Where a case was found: its id and its place in the order. */
export interface FoundCase {
  readonly id: string;
  readonly place: readonly string[];
}

/** Rows of one end that are looked at before all are. A word costs a look into another table. */
const NEAR_ROWS = 10_000;
const NEAR_ROWS_WITH_WORDS = 3_000;
/** So many times as many are looked at where the first promise that this is enough. */
const FURTHER = 6;

/** Whether words are common is told by the newest cases: in which share of how many they are said. */
const SAMPLE = 500;
const COMMON = 0.02;

interface Asked {
  readonly question: CaseQuestion;
  readonly order: CaseSortOrder;
  readonly position: readonly string[];
  readonly limit: number;
}

/**
 * Finds cases in their order. What is common is found among the first few thousand; only what is rare, and so has few rows to
 * sort, is looked for everywhere. No guess of the planner about how filters go together can make the one as slow as the other.
 */
export class CaseSearch {
  constructor(private readonly source: DataSource) {}

  async find(question: CaseQuestion, limit: number, cursor?: string): Promise<FoundCase[]> {
    const order = CASE_SORTS[question.sort ?? 'newest'];
    const position =
      cursor === undefined
        ? []
        : positionOf(
            cursor,
            order.keys.map(({ shape }) => shape),
          );
    const asked = { question, order, position, limit };
    const hasWords = question.filter.q !== undefined;
    const near = await this.near(asked, hasWords ? NEAR_ROWS_WITH_WORDS : NEAR_ROWS);
    if (near.length === limit) return near;
    const isWorthMore = !hasWords && near.length * FURTHER > limit;
    const further = isWorthMore ? await this.near(asked, NEAR_ROWS * FURTHER) : near;
    return further.length === limit ? further : this.far(asked);
  }

  private near({ question, order, position, limit }: Asked, rows: number): Promise<FoundCase[]> {
    const bounds = Object.fromEntries(order.bounds.map((name) => [name, question.filter[name]]));
    const start = addFilter(from(new Conditions(), order, position), bounds, question.now, 'near');
    const first = `select * from case_search c where ${start} order by ${orderOf(order)} limit ${rows}`;
    const where = conditionsOf(question, 'near', start.continued());
    const sql = `select ${PLACE(order)} from (${first}) c where ${where} order by ${orderOf(order)} limit ${where.bind(limit)}`;
    return ask<FoundCase>(this.source, sql, where.parameters);
  }

  private async far({ question, order, position, limit }: Asked): Promise<FoundCase[]> {
    const reach = (await this.areWordsCommon(question)) ? 'near' : 'far';
    const where = conditionsOf(question, reach, from(new Conditions(), order, position));
    // `offset 0`: all that is found is found before it is put in order.
    const sql = `select ${PLACE(order)} from (select * from case_search c where ${where} offset 0) c
      order by ${orderOf(order)} limit ${where.bind(limit)}`;
    return askWide<FoundCase>(this.source, sql, where.parameters);
  }

  /** Words that many cases say are checked in the few that the other filters leave; others lead to their few cases. */
  private async areWordsCommon({ filter: { q, place }, now }: CaseQuestion): Promise<boolean> {
    if (q === undefined && place === undefined) return false;
    const where = addFilter(new Conditions(), { q, place }, now, 'near');
    const [{ said }] = await ask<{ said: number }>(
      this.source,
      `select count(*)::int as said from (select * from case_search c order by opened_at desc, case_id desc limit ${SAMPLE}) c where ${where}`,
      where.parameters,
    );
    return said > SAMPLE * COMMON;
  }
}

const PLACE = ({ keys }: CaseSortOrder): string =>
  `c.case_id as id, array[${keys.map(({ written }) => written).join(', ')}] as place`;

function from(where: Conditions, order: CaseSortOrder, position: readonly string[]): Conditions {
  if (order.where !== 'true') where.add(order.where);
  return position.length > 0 ? where.add(behind(order), ...position) : where;
}

/** Adds filter and scope to conditions over `case_search c`. */
export function conditionsOf({ filter, scope, now }: CaseQuestion, reach: Reach, where = new Conditions()): Conditions {
  if (scope.kind === 'department') where.add('c.departments && ?::text[]', scope.ids);
  else if (scope.kind !== 'all') {
    const { sql, values } = scopeCondition(scope);
    where.add(sql, ...values);
  }
  return addFilter(where, filter, now, reach);
}
