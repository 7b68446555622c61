import type { CaseEventType } from '#domain/case/case.js';
import type { ClockName } from '#domain/deadline/running-clock.js';
import type { DeliveryState } from '#domain/delivery/delivery.js';
import type { CaseNumber, DeliveryId, ExternalId, PlatformId, ReportId, SuggestionId } from '#domain/ids.js';
import type { MatchRelation, SignalShare } from '#domain/matching/match-decision.js';
import type { Nature, Place, Relay, SourceCategory, Urgency } from '#domain/report/report.js';

/** A report of the case with the link that put it there and the state of the answer it is owed. */
export interface FiledReport {
  readonly id: ReportId;
  readonly platform: PlatformId;
  readonly externalId: ExternalId;
  readonly reportedAt: Date;
  readonly title: string;
  readonly body: string;
  readonly nature: Nature;
  readonly urgency: Urgency;
  readonly sourceCategory: SourceCategory | null;
  readonly place: Place;
  readonly sourceDueAt: Date | null;
  readonly relayOf: Relay | null;
  readonly evaluation: { readonly solved: boolean; readonly satisfied: boolean; readonly at: string } | null;
  readonly withdrawnAt: Date | null;
  readonly relation: MatchRelation | 'opened' | null;
  readonly score: number | null;
  readonly shares: readonly SignalShare[] | null;
  /** The report it was found to be like. */
  readonly nearest: { readonly platform: PlatformId; readonly externalId: ExternalId } | null;
  readonly linkedAt: Date | null;
  /** The newest answer written back for it; null while none is owed. */
  readonly answer: FiledAnswer | null;
}

export interface FiledAnswer {
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly settledAt: string | null;
  readonly reason: string | null;
}

export const REPORTS_OF_CASE = `
select r.id, r.platform, r.external_id as "externalId", r.reported_at as "reportedAt", r.title, r.body, r.nature, r.urgency,
  r.source_category as "sourceCategory", r.place, r.source_due_at as "sourceDueAt", r.relay_of as "relayOf", r.evaluation,
  r.withdrawn_at as "withdrawnAt", l.relation, l.score, l.shares, l.linked_at as "linkedAt",
  case when n.id is null then null else jsonb_build_object('platform', n.platform, 'externalId', n.external_id) end as nearest,
  d.answer
from reports r
left join report_links l on l.report_id = r.id and l.case_id = r.case_id and l.unlinked_at is null
left join reports n on n.id = l.nearest
left join lateral (
  select jsonb_build_object('state', state, 'attempts', attempts, 'settledAt', settled_at, 'reason', reason) as answer
  from deliveries where case_id = r.case_id and report_id = r.id and channel = 'write-back' and type = 'answer' order by seq desc limit 1
) d on true
where r.case_id = $1 order by r.created_at, r.id`;

/** A line of the case's history. */
export interface FiledEvent {
  readonly seq: number;
  readonly type: CaseEventType;
  readonly at: Date;
  readonly actor: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export const EVENTS_OF_CASE = 'select seq, type, at, actor, data from case_events where case_id = $1 order by seq';

/** A due time and whether it was met. */
export interface FiledClock {
  readonly clock: ClockName;
  readonly startsAt: Date;
  readonly warnAt: Date;
  readonly dueAt: Date;
  readonly because: string;
  readonly metAt: Date | null;
  /** 挂账: since when it stands still. */
  readonly pausedAt: Date | null;
}

export const CLOCKS_OF_CASE = `
select clock, starts_at as "startsAt", warn_at as "warnAt", due_at as "dueAt", because, met_at as "metAt", paused_at as "pausedAt"
from case_clocks where case_id = $1 order by due_at, clock`;

/** A message owed for the case, with each attempt at it. */
export interface FiledDelivery {
  readonly id: DeliveryId;
  readonly channel: 'webhook' | 'write-back';
  readonly target: string;
  readonly type: string;
  readonly state: DeliveryState;
  readonly externalId: ExternalId | null;
  readonly createdAt: Date;
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  readonly settledAt: Date | null;
  readonly reason: string | null;
  readonly log: readonly FiledAttempt[];
}

export interface FiledAttempt {
  readonly number: number;
  readonly at: string;
  readonly durationMs: number;
  readonly outcome: string;
  readonly status: number | null;
  readonly reason: string | null;
  readonly excerpt: string | null;
}

/** Columns of a delivery `d` with its report's own id and its attempts; joins to `ATTEMPTS_OF_DELIVERY`. */
export const DELIVERY_COLUMNS = `d.id, d.channel, d.target, d.type, d.state, r.external_id as "externalId", d.created_at as "createdAt",
  d.attempts, d.next_attempt_at as "nextAttemptAt", d.settled_at as "settledAt", d.reason, coalesce(a.log, '[]') as log`;

export const ATTEMPTS_OF_DELIVERY = `left join reports r on r.id = d.report_id
left join lateral (select jsonb_agg(jsonb_build_object('number', number, 'at', at, 'durationMs', duration_ms, 'outcome', outcome,
  'status', status, 'reason', reason, 'excerpt', excerpt) order by number) as log from delivery_attempts where delivery_id = d.id) a on true`;

export const DELIVERIES_OF_CASE = `
select ${DELIVERY_COLUMNS} from deliveries d ${ATTEMPTS_OF_DELIVERY} where d.case_id = $1 order by d.seq`;

/** A question to an operator: is this report the same matter as that case? */
export interface FiledSuggestion {
  readonly id: SuggestionId;
  readonly number: CaseNumber;
  readonly suggestedNumber: CaseNumber;
  readonly suggestedTitle: string;
  readonly platform: PlatformId;
  readonly externalId: ExternalId;
  readonly title: string;
  readonly score: number;
  readonly shares: readonly SignalShare[];
  readonly createdAt: Date;
}

/**
 * Columns of a suggestion `s`: the report and the case it is in now, and the case that the report it is like is in now. Two
 * reports that have come into one case since are no question any more.
 */
export const SUGGESTION = `
select s.id, c.number, o.number as "suggestedNumber", o.title as "suggestedTitle", r.platform, r.external_id as "externalId", r.title, s.score, s.shares, s.created_at as "createdAt"
from match_suggestions s join reports r on r.id = s.report_id join reports n on n.id = s.nearest join cases c on c.id = r.case_id join cases o on o.id = n.case_id`;

export const IS_OPEN_SUGGESTION =
  's.answer is null and r.case_id <> n.case_id and r.withdrawn_at is null and n.withdrawn_at is null';

export const SUGGESTIONS_OF_CASE = `${SUGGESTION}
where (s.report_id = any (array(select id from reports where case_id = $1)) or s.nearest = any (array(select id from reports where case_id = $1)))
  and ${IS_OPEN_SUGGESTION} order by s.created_at, s.report_id`;
