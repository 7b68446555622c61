/** What a row of `case_search` says of a case: column → expression over `cases c` and what OF_CASE gathers around it. */
export const CASE_FACTS: Readonly<Record<string, string>> = {
  opened_at: 'c.opened_at',
  closed_at: 'c.closed_at',
  answered_at: 'c.answered_at',
  handled_at: `(c.answer->>'at')::timestamptz`,
  due_at: 'k.due_at',
  warn_at: 'k.warn_at',
  report_count: 'r.reports',
  reporter_count: 'cardinality(r.reporters)',
  returned: 'cardinality(c.returned_by)',
  rounds: 'c.round',
  unsatisfied: `coalesce((c.proceedings->>'unsatisfied')::int, 0)`,
  has_place: `c.place ? 'longitude'`,
  recurrence: 'c.recurrence_of is not null',
  merged: 'c.merged_into is not null',
  hot: 'exists (select 1 from hot_issues h where h.case_id = c.id and h.cooled_at is null)',
  suggested: `exists (select 1 from match_suggestions s where s.case_id = c.id and s.answer is null)
    or exists (select 1 from reports q join match_suggestions s on s.report_id = q.id where q.case_id = c.id and s.answer is null)`,
  whistle_open: `jsonb_path_exists(c.proceedings, '$.whistles[*].calls[*] ? (!exists(@.checkedInAt))') is true and c.closed_at is null`,
  extended: 'coalesce(e.extended, false)',
  suspended: `c.closed_at is null and c.proceedings->'suspension' is not null`,
  held_by_operator: `c.status = 'held' and coalesce(e.held_by like 'operator:%', false)`,
  settled: 'coalesce(e.settled, false)',
  attached: 'exists (select 1 from attachments a where a.case_id = c.id)',
  promised: `jsonb_path_exists(c.proceedings, '$.commitments[*] ? (!exists(@.keptAt))') is true`,
  satisfied: 'r.satisfied',
  solved: 'r.solved',
  number: 'c.number',
  status: 'c.status',
  nature: 'c.nature',
  category: 'c.category',
  urgency: 'c.urgency',
  street: 'c.street',
  grid_code: 'c.grid_code',
  lead: 'c.lead',
  rule: `c.route->>'rule'`,
  mode: `c.proceedings->>'mode'`,
  supervision: 'c.supervision',
  due_clock: `split_part(k.clock, '/', 1)`,
  claimed_by: `c.proceedings->'claim'->>'partner'`,
  address: `lower(normalize(c.place->>'address', NFKC))`,
  platforms: 'r.platforms',
  co_handlers: 'c.co_handlers',
  departments: `array_remove(c.lead || c.co_handlers || ${namesIn('$.whistles[*].calls[*].department')} || ${namesIn('$.commitments[*].department')}, null)`,
  returned_by: 'c.returned_by',
  whistlers: namesIn('$.whistles[*].street'),
  needs: `array_remove(array[
    case when c.proceedings ? 'request' then 'decision' end,
    case when c.status = 'checking' then 'check' end,
    case when c.closed_at is null and jsonb_path_exists(c.proceedings, '$.meetings[*] ? (!exists(@.decision))') then 'meeting' end,
    case when jsonb_path_exists(c.proceedings, '$.whistles[*].calls[*] ? (exists(@.checkedInAt) && !exists(@.score))') then 'score' end,
    case when c.proceedings @> '{"lookBack": {"isDue": true}}' then 'look-back' end], null)`,
  reporters: 'r.reporters',
};

function namesIn(path: string): string {
  return `array(select jsonb_array_elements_text(jsonb_path_query_array(c.proceedings, '${path}')))`;
}

/** Due times count while a case is open and nothing is suspended. */
const OF_CASE = `cases c
cross join lateral (
  select count(*)::int as reports, coalesce(array_agg(distinct platform), '{}') as platforms,
    coalesce(array_agg(distinct reporter_hash) filter (where reporter_hash is not null), '{}') as reporters,
    bool_and((evaluation->>'satisfied')::boolean) as satisfied, bool_and((evaluation->>'solved')::boolean) as solved
  from reports where case_id = c.id) r
left join lateral (
  select min(due_at) as due_at, min(warn_at) as warn_at, (array_agg(clock order by due_at, clock))[1] as clock from case_clocks
  where case_id = c.id and met_at is null and paused_at is null and c.closed_at is null) k on true
left join lateral (
  select bool_or(type = 'case.extended') as extended, bool_or(type = 'case.settled_on_the_spot') as settled,
    (array_agg(actor order by seq desc) filter (where type = 'case.held'))[1] as held_by
  from case_events where case_id = c.id and type in ('case.extended', 'case.held', 'case.settled_on_the_spot')) e on true`;

const NAMES = Object.keys(CASE_FACTS);

/** Writes the rows of `case_search` for the cases that `where` picks, in the order in which they were opened. */
export const writeFacts = (where: string): string => `
insert into case_search (case_id, ${NAMES.join(', ')})
select c.id, ${NAMES.map((name) => CASE_FACTS[name]).join(', ')} from ${OF_CASE} where ${where} order by c.opened_at, c.id
on conflict (case_id) do update set ${NAMES.map((name) => `${name} = excluded.${name}`).join(', ')}`;
