import type { FilterName } from './case-filters.js';
import { UUID } from './page.js';

/** One column a list is ordered by: what it is, how it is written into a cursor, and how it is read back from one. */
interface SortKey {
  readonly sql: string;
  readonly written: string;
  readonly read: string;
  readonly shape: RegExp;
}

/** An order in which cases are listed; it ends with the id, so that no two cases share a place. */
export interface CaseSortOrder {
  /** For people, in Chinese. */
  readonly label: string;
  /** Which cases have a place in it at all. */
  readonly where: string;
  readonly direction: 'asc' | 'desc';
  readonly keys: readonly SortKey[];
  /** Filters that say where in this order one has to look, and where no longer. */
  readonly bounds: readonly FilterName[];
}

/** Instants travel as microseconds: exact, and whatever a stranger makes of them is a time. */
const instant = (sql: string): SortKey => ({
  sql,
  written: `(extract(epoch from ${sql}) * 1000000)::bigint::text`,
  read: `timestamptz 'epoch' + ?::bigint * interval '1 microsecond'`,
  shape: /^-?\d{1,16}$/,
});
const count = (sql: string): SortKey => ({ sql, written: `${sql}::text`, read: '?::int', shape: /^\d{1,9}$/ });
const ID: SortKey = { sql: 'c.case_id', written: 'c.case_id::text', read: '?::uuid', shape: UUID };

const OPENED = ['openedFrom', 'openedBefore'] as const;

/** 最新, 最紧迫, 诉求最多, 最久未结. */
export const CASE_SORTS = {
  newest: { label: '最新立案', where: 'true', direction: 'desc', keys: [instant('c.opened_at'), ID], bounds: OPENED },
  due: {
    label: '最先到期',
    where: 'c.due_at is not null',
    direction: 'asc',
    keys: [instant('c.due_at'), ID],
    bounds: ['dueFrom', 'dueBefore'],
  },
  reports: {
    label: '诉求最多',
    where: 'true',
    direction: 'desc',
    keys: [count('c.report_count'), instant('c.opened_at'), ID],
    bounds: ['reportsAtLeast'],
  },
  longest: {
    label: '最久未结',
    where: 'c.closed_at is null',
    direction: 'asc',
    keys: [instant('c.opened_at'), ID],
    bounds: OPENED,
  },
} as const satisfies Readonly<Record<string, CaseSortOrder>>;

export type CaseSort = keyof typeof CASE_SORTS;
export const CASE_SORT_NAMES = Object.keys(CASE_SORTS) as readonly CaseSort[];

/** For `order by`. */
export const orderOf = ({ keys, direction }: CaseSortOrder): string => keys.map(({ sql }) => `${sql} ${direction}`).join(', ');

/** The condition of being behind a place, its values to be added. */
export const behind = ({ keys, direction }: CaseSortOrder): string =>
  `(${keys.map(({ sql }) => sql).join(', ')}) ${direction === 'asc' ? '>' : '<'} (${keys.map(({ read }) => read).join(', ')})`;
