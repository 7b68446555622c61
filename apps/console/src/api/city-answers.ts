import type { Category, Named, Place } from './answers';

/** What the pages about the city and its links show of the admin API's answers. Instants are ISO texts. */
export interface GridLoad {
  code: string;
  name: string;
  street: string;
  /** Longitude and latitude, WGS-84. */
  centre: [number, number];
  /** Its outline, closed. */
  ring: [number, number][];
  open: number;
  overdue: number;
}

export interface RisingIssue {
  id: string;
  number: string;
  title: string;
  status: string;
  category: Category;
  place: Place;
  raisedAt: string;
  recent: number;
  expected: number;
  days: number;
  reports: number;
  newest: { id: string; platform: Named; title: string; reportedAt: string }[];
}

export interface EndpointLine {
  department: Named;
  url: string | null;
  state: 'enabled' | 'disabled';
  reason: string | null;
  mode: 'push' | 'pull';
  keys: { kind: string; expiresAt: string | null }[];
  lastSuccessAt: string | null;
  failingSince: string | null;
  breaker: 'closed' | 'open' | 'half-open';
  owed: number;
  parked: number;
  failures: number;
}

export type Figure =
  | 'received'
  | 'opened'
  | 'repeated'
  | 'dispatched'
  | 'returned'
  | 'due'
  | 'resolved'
  | 'onTime'
  | 'overdue'
  | 'asked'
  | 'satisfied';
export type Rate = 'completionRate' | 'onTimeRate' | 'returnRate' | 'satisfactionRate';
export type Figures = Record<Figure, number> & Record<Rate, number | null>;
export type BulletinLine = Figures & { change: Figures };
export type BulletinRow = BulletinLine & { id: string | null; name: string };
export type Breakdown = 'departments' | 'streets' | 'grids' | 'platforms';
export interface Bulletin extends Record<Breakdown, BulletinRow[]> {
  week: string;
  previous: string;
  from: string;
  before: string;
  until: string;
  total: BulletinLine;
}

export type UndertakingList = 'need' | 'resource' | 'project' | 'item';
export interface UndertakingLine {
  id: string;
  list: UndertakingList;
  state: string;
  title: string;
  what: string;
  street: string;
  caseNumber: string | null;
  owner: Named | null;
  partner: Named | null;
  offeredBy: Named | null;
  dueAt: string | null;
  clock: 'green' | 'yellow' | 'red';
}
export interface UndertakingProgress {
  list: UndertakingList;
  all: number;
  byState: Record<string, number>;
  completionRate: number | null;
}
