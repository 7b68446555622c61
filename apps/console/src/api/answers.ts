import type { AnswerOf } from './answer-of';
import type { components } from './schema';

/** What the admin API answers, under the names the console uses; all of it out of docs/openapi.json. Instants are ISO texts. */
type Schemas = components['schemas'];

export interface Page<Item> {
  items: Item[];
  next?: string;
}

export type Named = Schemas['Named'];
export type Place = Schemas['Place'];
export type Share = Schemas['SignalShare'];
export type Attempt = Schemas['FiledAttempt'];
export type Whistle = Schemas['Whistle'];
export type Meeting = Schemas['Meeting'];
export type Commitment = Schemas['Commitment'];
export type Colour = Schemas['ClockColour'];
export type GroupingAnswer = Schemas['GivenGroupingAnswer'];

export type CasePage = AnswerOf<'/api/v1/cases/{number}', 'get'>;
export type CaseFacts = CasePage['case'];
export type Category = CaseFacts['category'];
/** A held case has been decided by no rule. */
export type Route = CasePage['route'] & { rule?: Schemas['RouteRule'] };
export type CaseReport = CasePage['reports'][number];
export type CaseEvent = CasePage['events'][number];
export type CaseClock = CasePage['clocks'][number];
export type Candidate = Route['candidates'][number];
export type Step = CaseFacts['step'];
export type SupervisionLevel = NonNullable<CaseFacts['supervision']>;

export type CaseLine = AnswerOf<'/api/v1/cases', 'get'>['items'][number];
export type OpenSuggestion = AnswerOf<'/api/v1/suggestions', 'get'>['items'][number];
export type ComparedReport = OpenSuggestion['mine'];
/** On the page of its case a delivery does not name it. */
export type Delivery = CasePage['deliveries'][number] & { number?: string };
export type DeliveryState = Delivery['state'];
export type HotIssue = AnswerOf<'/api/v1/hot-issues', 'get'>['items'][number];
export type Quarantined = AnswerOf<'/api/v1/quarantine', 'get'>['items'][number];
export type Platform = AnswerOf<'/api/v1/platforms', 'get'>['items'][number];
export type Drift = Platform['drifts'][number];
export type DayFigures = Platform['today'];
export type Reference = AnswerOf<'/api/v1/reference', 'get'>;
export type Ledger = AnswerOf<'/api/v1/ledger', 'get'>;
export type LedgerDay = Ledger['days'][number];

export type Overview = AnswerOf<'/api/v1/overview', 'get'>;
export type BoardEvent = Overview['events'][number];
export type DepartmentLoad = Overview['departments'][number];
export type Tally = Overview['deliveries'];
