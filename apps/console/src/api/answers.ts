import type { Command } from '../case/command-fields';

/** What the admin API answers, as far as the console shows it. Instants are ISO texts. */
export type Step = 'report' | 'file' | 'dispatch' | 'handle' | 'feedback' | 'close';
export type Colour = 'green' | 'yellow' | 'red';
export type SupervisionLevel = 'urged' | 'supervised' | 'led';
export type DeliveryState = 'owed' | 'unknown' | 'confirmed' | 'parked' | 'cancelled';

export interface Page<Item> {
  items: Item[];
  next?: string;
}
export interface Named {
  id: string;
  name: string;
}
export interface Category {
  code: string;
  name: string;
}
export interface Place {
  address?: string;
  street?: string;
  community?: string;
  gridCode?: string;
}
export interface Candidate {
  department: string;
  name: string;
  confidence: number;
}
export interface Share {
  signal: string;
  share: number;
  because: string;
}

export interface CaseLine {
  number: string;
  version: number;
  status: string;
  step: Step;
  title: string;
  category: Category;
  urgency: string;
  place: Place;
  lead: Named | null;
  openedAt: string;
  dueAt: string | null;
  clock: Colour;
  reportCount: number;
  because: string;
  reports: { platform: string; externalId: string }[];
}

export interface CaseReport {
  id: string;
  platform: Named;
  externalId: string;
  reportedAt: string;
  title: string;
  body: string;
  sourceDueAt: string | null;
  evaluation: { solved: boolean; satisfied: boolean } | null;
  withdrawnAt: string | null;
  relation: string | null;
  score: number | null;
  shares: Share[] | null;
  nearest: { platform: string; externalId: string } | null;
  answer: { state: DeliveryState; attempts: number; settledAt: string | null; reason: string | null } | null;
}
export interface CaseEvent {
  seq: number;
  type: string;
  at: string;
  actor: string;
  data: Record<string, unknown>;
}
export interface CaseClock {
  clock: string;
  dueAt: string;
  because: string;
  metAt: string | null;
  /** 挂账: since when it stands still. */
  pausedAt?: string | null;
  colour: Colour;
}
export interface Attempt {
  number: number;
  at: string;
  durationMs: number;
  outcome: string;
  status: number | null;
  reason: string | null;
  excerpt: string | null;
}
export interface Delivery {
  id: string;
  number?: string;
  channel: 'webhook' | 'write-back';
  target: Named;
  type: string;
  state: DeliveryState;
  externalId: string | null;
  createdAt: string;
  attempts: number;
  nextAttemptAt: string;
  settledAt: string | null;
  reason: string | null;
  log: Attempt[];
}
/** One of the two reports of a question. */
export interface ComparedReport {
  platform: Named;
  externalId: string;
  title: string;
  body: string;
  reportedAt: string;
  place: Place;
  caseStatus: string;
  reports: number;
}
export interface OpenSuggestion extends Suggestion {
  mine: ComparedReport;
  theirs: ComparedReport;
}
/** What a change of the grouping came to; it is taken back by its id. */
export interface GroupingAnswer {
  grouping: string;
  outcome: 'moved' | 'merged' | 'linked' | 'noted' | 'undone';
  cases: { number: string; status: string }[];
}
export interface Suggestion {
  id: string;
  number: string;
  suggestedNumber: string;
  suggestedTitle: string;
  title: string;
  score: number;
  shares: Share[];
}
export interface Route {
  kind: 'routed' | 'held';
  because: string;
  rule?: string;
  confidence?: number;
  routedTo: Named | null;
  candidates: Candidate[];
}
export interface CaseFacts {
  number: string;
  version: number;
  status: string;
  step: Step;
  title: string;
  category: Category;
  nature: string;
  urgency: string;
  place: Place;
  lead: Named | null;
  coHandlers: Named[];
  returnedBy: Named[];
  round: number;
  answer: { text: string; department: Named; at: string } | null;
  openedAt: string;
  closedAt?: string;
  recurrenceOf: string | null;
  mergedInto: string | null;
  dueAt: string | null;
  clock: Colour;
  supervision?: SupervisionLevel;
  proceedings: Proceedings;
}
/** What goes on around a case; departments by their ids. */
export interface Proceedings {
  mode?: 'ordinary' | 'direct' | 'dual' | 'backstop';
  request?: { kind: 'extension' | 'suspension'; department: string; reason: string; until: string };
  suspension?: { since: string; until: string; because: string };
  whistles: Whistle[];
  meetings: Meeting[];
  commitments: Commitment[];
  claim?: { partner: string; dueAt: string };
  lookBack?: { looks: number; seen: number; isDue: boolean };
}
export interface Whistle {
  id: number;
  kind: 'daily' | 'tough' | 'emergency';
  street: string;
  because: string;
  calls: { department: string; checkedInAt?: string; score?: number }[];
}
export interface Meeting {
  id: number;
  kind: 'residents' | 'departments';
  subject: string;
  at: string;
  participants: string[];
  decision?: string;
}
export interface Commitment {
  id: number;
  department: string;
  what: string;
  dueAt: string;
  keptAt?: string;
}
export interface CasePage {
  case: CaseFacts;
  commands: Command[];
  route: Route;
  reports: CaseReport[];
  events: CaseEvent[];
  clocks: CaseClock[];
  deliveries: Delivery[];
  suggestions: Suggestion[];
}

export interface DayFigures {
  pulled: number;
  opened: number;
  attached: number;
  updated: number;
  unchanged: number;
  withdrawn: number;
  quarantined: number;
  waiting: number;
}
/** What the newest recount at a platform came to. */
export interface Recount {
  at: string;
  days: number;
  atSource: number;
  missing: number;
  healed: number;
  isWhole: boolean;
  errorCode: string | null;
  error: string | null;
}
/** A field that is new or of another type; the example shows its look, not its content. */
export interface Drift {
  kind: 'new-field' | 'changed-type';
  path: string;
  type: string;
  before: string[];
  example: string;
  since: string;
}
export interface Platform {
  id: string;
  title: string;
  kind: string;
  paused: boolean;
  health: 'ok' | 'failing' | 'paused' | 'waiting' | 'pushed';
  pulledAt: string | null;
  nextPullAt: string | null;
  failures: number;
  failingSince: string | null;
  errorCode: string | null;
  error: string | null;
  capabilities: string[];
  today: DayFigures;
  reconcile: Recount | null;
  drifts: Drift[];
}
export interface Tally {
  owed: number;
  confirmed: number;
  parked: number;
  waiting: number;
}
export interface DepartmentLoad extends Named {
  open: number;
  unsigned: number;
  handling: number;
  overdue: number;
}
export interface BoardEvent extends CaseEvent {
  number: string;
  title: string;
}
export interface Overview {
  at: string;
  cases: {
    total: number;
    open: number;
    overdue: number;
    byStatus: { status: string; step: Step; count: number }[];
    bySteps: { step: Step; count: number }[];
  };
  platforms: Platform[];
  departments: DepartmentLoad[];
  deliveries: Tally;
  writeBacks: Tally;
  events: BoardEvent[];
  needsMe: {
    held: CaseLine[];
    overdue: CaseLine[];
    /** Nearest due times that have not passed. */
    next: CaseLine[];
    parked: Delivery[];
    suggestions: Suggestion[];
    suggested: number;
    quarantined: number;
  };
}

export interface HotIssue {
  id: string;
  number: string;
  title: string;
  category: Category;
  place: Place;
  /** Reports of 24 hours when it was raised. */
  recent: number;
  reports: number;
  /** Days since its first report. */
  days: number;
}
export interface Quarantined {
  id: string;
  platform: Named;
  externalId: string;
  receivedAt: string;
  faults: { field: string; message: string }[];
  raw: string;
  text: string;
  retries: number;
  isExhausted: boolean;
}
export interface LedgerDay extends DayFigures {
  platform: string;
  platformName: string;
  day: string;
  unaccounted: number;
}
export interface Ledger {
  days: LedgerDay[];
  broken: { link: string; count: number; examples: string[] }[];
  casesByStatus: Record<string, number>;
  deliveries: Omit<Tally, 'waiting'>;
  writeBacks: Omit<Tally, 'waiting'>;
  unaccounted: number;
  settled: boolean;
}
export interface Reference {
  departments: (Named & { kind: string })[];
  partners: Named[];
  categories: (Category & { className: string })[];
  streets: string[];
  platforms: Named[];
  statuses: { status: string; step: Step }[];
}
