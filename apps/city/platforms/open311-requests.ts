import { DateTime } from 'luxon';
import type { RecordBook } from '../world/city-record.js';
import type { BrokenExtras, Listed } from './broken-extras.js';
import { shownAnswer } from './city-answers.js';
import type { CityContext } from './city-context.js';
import { readIso } from './city-time.js';
import { wishedNumber, withRepeat } from './listed-page.js';
import { codeSystemOf } from './open311-render.js';
import type { GeoReportError, Open311Options } from './open311-options.js';

const LONGEST_DAYS = 90;

export type Query = Readonly<Record<string, string | undefined>>;

const secondOf = (at: Date): number => Math.floor(at.getTime() / 1000);

/** A range of time a client asked for, both ends included; GeoReport allows 90 days at most. */
export function readRange(query: Query, names: readonly [string, string], now: Date): ((at: Date) => boolean) | GeoReportError {
  const [start, end] = names.map((name) => (query[name] === undefined ? undefined : readIso(query[name])));
  const unreadable = names.find((name, n) => query[name] !== undefined && [start, end][n] === undefined);
  if (unreadable !== undefined) return { code: 400, description: `${unreadable} is no W3C date` };
  const from = start && DateTime.fromJSDate(start);
  const last = end ? DateTime.fromJSDate(end) : (from?.plus({ days: LONGEST_DAYS }) ?? DateTime.fromJSDate(now));
  const first = from ?? last.minus({ days: LONGEST_DAYS });
  if (last.diff(first, 'days').days > LONGEST_DAYS)
    return { code: 400, description: `a range spans at most ${LONGEST_DAYS} days` };
  const [earliest, latest] = [secondOf(first.toJSDate()), secondOf(last.toJSDate())];
  return (at) => secondOf(at) >= earliest && secondOf(at) <= latest;
}

const listedIn = (text: string | undefined, value: string): boolean => text === undefined || text.split(',').includes(value);

/** Chicago's range of change; its start alone has no end. */
function readChange(query: Query, now: Date): ((at: Date) => boolean) | GeoReportError | undefined {
  if (query.updated_after === undefined && query.updated_before === undefined) return undefined;
  if (query.updated_before !== undefined) return readRange(query, ['updated_after', 'updated_before'], now);
  const after = readIso(query.updated_after ?? '');
  return after ? (at) => secondOf(at) >= secondOf(after) : { code: 400, description: 'updated_after is no W3C date' };
}

/** Which of all records a question means, newest first; a list of ids overrides everything else. */
function choose(all: readonly Listed[], query: Query, context: CityContext, options: Open311Options): Listed[] | GeoReportError {
  if (query.service_request_id !== undefined) {
    return all.filter(({ record }) => listedIn(query.service_request_id, record.externalId));
  }
  const change = options.dialect === 'chicago' ? readChange(query, context.now()) : undefined;
  const within = change ?? readRange(query, ['start_date', 'end_date'], context.now());
  if (typeof within !== 'function') return within;
  const timeOf = ({ record }: Listed): Date => (change ? record.updatedAt : record.reportedAt);
  return all
    .filter((listed) => within(timeOf(listed)))
    .filter(({ record }) => listedIn(query.status, shownAnswer(record) || record.withdrawn ? 'closed' : 'open'))
    .filter(({ record }) => listedIn(query.service_code, context.categoryCode(codeSystemOf(options), record.category)))
    .sort((a, b) => secondOf(timeOf(b)) - secondOf(timeOf(a)) || (a.record.externalId < b.record.externalId ? 1 : -1));
}

/** The part of the chosen records that one answer holds. */
function cut(chosen: readonly Listed[], query: Query, { dialect, mostRows }: Open311Options): readonly Listed[] {
  if (dialect === 'standard') return chosen.slice(0, mostRows ?? 1000);
  const size = wishedNumber(query.page_size, 50, mostRows ?? 500);
  const start = (wishedNumber(query.page, 1, 1e9) - 1) * size;
  return chosen.slice(start, start + size);
}

/** The requests one question is answered with. */
export function listRequests(
  book: RecordBook,
  extras: BrokenExtras,
  context: CityContext,
  options: Open311Options,
  query: Query,
): readonly Listed[] | GeoReportError {
  const read = (): readonly Listed[] | GeoReportError => {
    const chosen = choose(extras.list(book, undefined), query, context, options);
    return 'code' in chosen ? chosen : cut(chosen, query, options);
  };
  let listed = read();
  if ('code' in listed) return listed;
  if (extras.draw(listed)) listed = read();
  return 'code' in listed ? listed : withRepeat(listed, context);
}
