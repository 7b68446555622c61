import type { CaseStatus, Step } from '#domain/case/case-status.js';
import { STATUS_FACTS, STATUSES, STEPS } from '#domain/case/case-status.js';
import { DISPATCH_MODES } from '#domain/case/proceedings.js';
import { CLOCKS } from '#domain/deadline/deadline-policy.js';
import { SUPERVISION_LEVELS } from '#domain/deadline/stage-policy.js';
import { NATURES, URGENCIES } from '#domain/report/report.js';

/** What an operator can be waited for: 待审批, 待核查, 待议定, 待评分, 待回头看. */
export const CASE_NEEDS = ['decision', 'check', 'meeting', 'score', 'look-back'] as const;
export type CaseNeed = (typeof CASE_NEEDS)[number];

const CLOCK_COLOURS = ['green', 'yellow', 'red'] as const;
const OVERDUE_KINDS = [
  ...CLOCKS,
  'check',
  'decide',
  'answer',
  'suspension',
  'claim',
  'whistle',
  'meeting',
  'commitment',
] as const;
const RULES = ['component-owner', 'duty-list', 'learned', 'territory'] as const;

interface Described {
  /** For people, in Chinese. */
  readonly label: string;
  /** A condition over `case_search c`; `?` is the value, `@now` the present. */
  readonly sql: string;
  /** Whose values are counted: a column, or a list of several values a case. */
  readonly facet?: { readonly sql: string; readonly isList: boolean };
}

/**
 * `words`: some of a fixed list; `names`: ids or names of the city; `text`: free text; `flag`: true or false; `least`: a number
 * that must be reached; `instant`: a point in time.
 */
export type FilterEntry = Described &
  (
    | { readonly kind: 'words'; readonly values: readonly string[] }
    | { readonly kind: 'names' | 'text' | 'flag' | 'least' | 'instant' }
  );

/** A column, or an expression that is one of them. */
const one = (sql: string) => ({ sql: `${sql} = any(?)`, facet: { sql, isList: false } });
/** A column of several values. */
const some = (sql: string) => ({ sql: `${sql} && ?`, facet: { sql, isList: true } });

const words = <const Value extends string>(label: string, values: readonly Value[], asked: Omit<Described, 'label'>) =>
  ({ kind: 'words', label, values, ...asked }) as const;
const names = (label: string, asked: Omit<Described, 'label'>) => ({ kind: 'names', label, ...asked }) as const;
const text = (label: string, sql = '') => ({ kind: 'text', label, sql }) as const;
const flag = (label: string, sql: string) => ({ kind: 'flag', label, sql }) as const;
const least = (label: string, column: string) => ({ kind: 'least', label, sql: `${column} >= ?` }) as const;
const from = (label: string, column: string) => ({ kind: 'instant', label, sql: `${column} >= ?` }) as const;
const until = (label: string, column: string) => ({ kind: 'instant', label, sql: `${column} < ?` }) as const;

/** True of leads and co-handlers as well; said beside them because it has an index. */
const INVOLVED = 'c.departments && ?';
const RED = 'coalesce(c.due_at <= @now, false)';
const YELLOW = `(not ${RED} and coalesce(c.warn_at <= @now, false))`;
const COLOUR = `case when ${RED} then 'red' when ${YELLOW} then 'yellow' else 'green' end`;

/** Every filter of the case list: one entry makes the query parameter, its check, its condition and its line in docs/desk.md. */
export const CASE_FILTERS = {
  q: text('关键词: 标题、内容、地点、原始单号、案件编号'),
  place: text('地点文字'),
  reporter: text('反映人电话 (按密文比对)', 'c.reporters @> array[?]'),
  status: words('状态', STATUSES, one('c.status')),
  step: words('六步环节', STEPS, { sql: 'c.status = any(?)' }),
  open: flag('未办结', 'c.closed_at is null'),
  platform: names('来源平台', some('c.platforms')),
  channel: names('来源平台的种类', { sql: 'c.platforms && ?' }),
  nature: words('诉求性质', NATURES, one('c.nature')),
  class: names('大类', one('left(c.category, 3)')),
  category: names('小类', one('c.category')),
  urgency: words('紧急程度', URGENCIES, one('c.urgency')),
  street: names('街道', one('c.street')),
  grid: names('网格', one('c.grid_code')),
  hasPlace: flag('有坐标', 'c.has_place'),
  department: names('主办或协办部门', { sql: `${INVOLVED} and (c.lead = any(?) or c.co_handlers && ?)` }),
  lead: names('主办部门', one('c.lead')),
  coHandler: names('协办部门', { ...some('c.co_handlers'), sql: `${INVOLVED} and c.co_handlers && ?` }),
  involves: names('涉及部门 (主办、协办、吹哨、承诺)', some('c.departments')),
  rule: words('派遣依据', RULES, one('c.rule')),
  mode: words('派单方式 (兜底为 backstop)', DISPATCH_MODES, one(`coalesce(c.mode, 'ordinary')`)),
  needs: words('等待坐席', CASE_NEEDS, some('c.needs')),
  heldByOperator: flag('坐席退回待派', 'c.held_by_operator'),
  clock: words('红黄绿灯', CLOCK_COLOURS, one(COLOUR)),
  overdue: words('超期环节', OVERDUE_KINDS, {
    sql: 'c.due_at <= @now and c.due_clock = any(?)',
    facet: { sql: `case when ${RED} then c.due_clock end`, isList: false },
  }),
  dueFrom: from('到期不早于', 'c.due_at'),
  dueBefore: until('到期早于', 'c.due_at'),
  supervision: words('督办级别', SUPERVISION_LEVELS, one('c.supervision')),
  extended: flag('已延期', 'c.extended'),
  suspended: flag('已挂账', 'c.suspended'),
  reportsAtLeast: least('诉求件数不少于', 'c.report_count'),
  reportersAtLeast: least('反映人数不少于', 'c.reporter_count'),
  returnedAtLeast: least('退单次数不少于', 'c.returned'),
  returnedBy: names('退单部门', some('c.returned_by')),
  roundsAtLeast: least('办理轮次不少于', 'c.rounds'),
  recurrence: flag('重复反映', 'c.recurrence'),
  merged: flag('已并案', 'c.merged'),
  suggested: flag('有待定的并案建议', 'c.suggested'),
  hot: flag('热点', 'c.hot'),
  whistleOpen: flag('吹哨未报到', 'c.whistle_open'),
  whistleBy: names('吹哨街道', some('c.whistlers')),
  promised: flag('有未兑现的承诺', 'c.promised'),
  claimedBy: names('认领的红色合伙人', one('c.claimed_by')),
  settled: flag('即办', 'c.settled'),
  attached: flag('有附件', 'c.attached'),
  answered: flag('已答复', 'c.answered_at is not null'),
  solved: flag('回访: 已解决', 'c.solved = ?'),
  satisfied: flag('回访: 满意', 'c.satisfied = ?'),
  unsatisfiedAtLeast: least('不满意次数不少于', 'c.unsatisfied'),
  openedFrom: from('立案不早于', 'c.opened_at'),
  openedBefore: until('立案早于', 'c.opened_at'),
  handledFrom: from('办结不早于', 'c.handled_at'),
  handledBefore: until('办结早于', 'c.handled_at'),
  closedFrom: from('结案不早于', 'c.closed_at'),
  closedBefore: until('结案早于', 'c.closed_at'),
} as const satisfies Readonly<Record<string, FilterEntry>>;

type Filters = typeof CASE_FILTERS;
export type FilterName = keyof Filters;
export const FILTER_NAMES = Object.keys(CASE_FILTERS) as readonly FilterName[];

type ValueOf<Entry> = Entry extends { kind: 'words'; values: readonly (infer Value)[] }
  ? readonly Value[]
  : Entry extends { kind: 'names' }
    ? readonly string[]
    : Entry extends { kind: 'flag' }
      ? boolean
      : Entry extends { kind: 'least' }
        ? number
        : string;

/** Which cases are wanted; absent fields let everything through, those that are there must all hold. */
export type CaseFilter = { readonly [Name in FilterName]?: ValueOf<Filters[Name]> };

/** The value as PostgreSQL compares it. */
export function comparable(name: FilterName, value: unknown): unknown {
  if (name === 'step') return statusesOf(value as readonly Step[]);
  return value;
}

const statusesOf = (steps: readonly Step[]): CaseStatus[] =>
  STATUSES.filter((status) => steps.includes(STATUS_FACTS[status].step));
