/*
 * What happened in a week: one row a thing, with the figures it counts in. $1: the week's first instant; $2: the next
 * week's; $3: the end of the week, or now while it lasts.
 */

/** Read once: there are many events, and few of a week. */
const EVENTS = `
select case_id, seq, type, at, data from case_events
where at >= $1 and at < $2 and type in ('case.dispatched', 'case.returned', 'case.handled', 'case.revisited')`;

/** The link a report has now says whether it is a repeat: an operator may have put right what the matcher thought. */
const ARRIVED = `
select r.case_id, r.id as report_id, coalesce(c.routed_to, c.lead) as department, array['received',
    case when l.relation in ('opened', 'recurrence') then 'opened' end,
    case when l.relation in ('same-matter', 'relay') or c.recurrence_of is not null then 'repeated' end] as figures
from reports r join cases c on c.id = r.case_id left join report_links l on l.report_id = r.id and l.unlinked_at is null
where r.reported_at >= $1 and r.reported_at < $2`;

const DISPATCHED = `
select case_id, null::uuid as report_id, data->>'lead' as department, array['dispatched'] as figures
from events where type = 'case.dispatched'`;

const RETURNED = `
select case_id, null::uuid, data->>'department', array['returned']
from events where type = 'case.returned'`;

/** The last time each case was handed in in the week. */
const GIVEN = `
select distinct on (case_id) case_id, seq, at, data->>'department' as department
from events where type = 'case.handled' order by case_id, seq desc`;

/** A case that is sent back starts its clock anew: what a later run says is not about this hand-in. */
const HANDED_IN = `
select g.case_id, null::uuid, g.department,
  case when back.seq is not null then array['due']
    when k.starts_at <= g.at and k.met_at <= k.due_at then array['due', 'resolved', 'onTime'] else array['due', 'resolved'] end
from given g left join case_clocks k on k.case_id = g.case_id and k.clock = 'resolve'
left join lateral (select seq from case_events e where e.case_id = g.case_id and e.seq > g.seq
  and e.type in ('case.reworked', 'case.reopened') and e.at < $2 limit 1) back on true`;

/**
 * Charged to who had the case when it fell due: it may have gone from hand to hand since. A clock that stands still (挂账) does
 * not fall due.
 */
const FELL_DUE = `
select k.case_id, null::uuid, holder.department, array['overdue',
  case when (k.met_at is null or k.met_at >= $3) and not exists (select 1 from given g where g.case_id = k.case_id) then 'due' end]
from case_clocks k left join lateral (
  select case when type = 'case.dispatched' then data->>'lead' end as department from case_events e
  where e.case_id = k.case_id and e.at <= k.due_at and e.type in ('case.dispatched', 'case.returned', 'case.held')
  order by e.seq desc limit 1) holder on true
where k.clock = 'resolve' and k.due_at >= $1 and k.due_at < $3 and (k.met_at is null or k.met_at > k.due_at)
  and (k.paused_at is null or k.paused_at > k.due_at)`;

/** A verdict is on the department whose answer the citizen had. */
const REVISITED = `
select e.case_id, (e.data->>'reportId')::uuid, judged.department,
  array['asked', case when (e.data->>'satisfied')::boolean then 'satisfied' end]
from events e left join lateral (
  select data->>'department' as department from case_events h
  where h.case_id = e.case_id and h.seq < e.seq and h.type = 'case.handled' order by h.seq desc limit 1) judged on true
where e.type = 'case.revisited'`;

/** Everything that happened, with the street and grid of its case, and the platform of its report or of the case's first one. */
export const FACTS = `
with events as materialized (${EVENTS}),
given as (${GIVEN}),
happened as (${[ARRIVED, DISPATCHED, RETURNED, HANDED_IN, FELL_DUE, REVISITED].join(' union all ')}),
facts as (
  select h.department as departments, c.street as streets, c.grid_code as grids, r.platform as platforms, h.figures
  from happened h join cases c on c.id = h.case_id
  left join case_events o on h.report_id is null and o.case_id = h.case_id and o.seq = 1
  left join reports r on r.id = coalesce(h.report_id, (o.data->>'reportId')::uuid))`;
