import type { RequestFilter } from '#storage/reading/asked-requests.js';
import { listParameter, parameter } from './call.js';
import { Open311Refusal } from './refusal.js';
import type { RequestStatus } from './status-words.js';
import { caseStatuses } from './status-words.js';
import { readW3cTime } from './w3c-time.js';

/** The standard's bounds of a list. */
const MOST_ROWS = 1000;
const LONGEST_SPAN_MS = 90 * 24 * 3_600_000;
/** Nobody pages further; a reader that wants all asks by time. */
const LAST_PAGE = 1000;

/** Both ends of the time asked for; `longest` of it when only one end is named, the latest `longest` when none is. */
export function readSpan(given: URLSearchParams, now: Date, zone: string): { from: Date; to: Date } {
  const start = instantParameter(given, 'start_date', zone);
  const end = instantParameter(given, 'end_date', zone);
  const from = start ?? new Date((end ?? now).getTime() - LONGEST_SPAN_MS);
  const to = end ?? (start ? new Date(start.getTime() + LONGEST_SPAN_MS) : now);
  if (from > to) throw new Open311Refusal(400, 'start_date is after end_date');
  if (to.getTime() - from.getTime() > LONGEST_SPAN_MS)
    throw new Open311Refusal(400, 'start_date and end_date are more than 90 days apart');
  return { from, to };
}

/** Which part of a list: `page` counts from 1. */
export function readPage(given: URLSearchParams): { limit: number; offset: number } {
  const limit = numberParameter(given, 'page_size', MOST_ROWS) ?? MOST_ROWS;
  const page = numberParameter(given, 'page', LAST_PAGE) ?? 1;
  return { limit, offset: (page - 1) * limit };
}

/** The requests a client wants, unless it names them by their ids. */
export function readRequestFilter(given: URLSearchParams, now: Date, zone: string): RequestFilter {
  const words = listParameter(given, 'status');
  const unknown = words?.find((word) => word !== 'open' && word !== 'closed');
  if (unknown !== undefined) throw new Open311Refusal(400, `status must be open or closed, not ${unknown}`);
  const isAll = words === undefined || new Set(words).size === 2;
  return {
    ...readSpan(given, now, zone),
    ...readPage(given),
    statuses: isAll ? undefined : caseStatuses(words[0] as RequestStatus),
    services: listParameter(given, 'service_code'),
  };
}

/** The ids of the requests a client names; they override everything else it says. */
export function readRequestIds(given: URLSearchParams): string[] | undefined {
  const ids = listParameter(given, 'service_request_id');
  if (ids && ids.length > MOST_ROWS) throw new Open311Refusal(400, `service_request_id names more than ${MOST_ROWS} requests`);
  return ids && [...new Set(ids)];
}

/** A time that must be readable when it is given. */
export function instantParameter(given: URLSearchParams, name: string, zone: string): Date | undefined {
  const text = parameter(given, name);
  if (text === undefined) return undefined;
  const read = readW3cTime(text, zone);
  if (!read) throw new Open311Refusal(400, `${name} is no W3C date and time, as 2026-11-20T09:00:00+08:00 is`);
  return read;
}

function numberParameter(given: URLSearchParams, name: string, most: number): number | undefined {
  const text = parameter(given, name);
  if (text === undefined) return undefined;
  const value = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > most) throw new Open311Refusal(400, `${name} must be a number from 1 to ${most}`);
  return value;
}
