import type { RecordBook } from '../world/city-record.js';
import type { CityContext } from './city-context.js';
import { readIso } from './city-time.js';
import type { Fields } from './open311-document.js';
import { w3c } from './open311-render.js';
import type { GeoReportError, Open311Options } from './open311-options.js';
import { readRange } from './open311-requests.js';
import type { Query } from './open311-requests.js';

const MOST_ROWS = 1000;
const STATUSES = ['open', 'in_progress', 'closed', 'fixed', 'planned', 'investigating', 'no_further_action', 'duplicate'];

/** A clerk reads who answers out of the text: the standard has no field for it. */
function readDescription(description: string): { readonly department: string; readonly text: string } {
  const [, department = '', text = description] = /^【([^】]*)】(.*)$/s.exec(description) ?? [];
  return { department, text };
}

/** Updates of all requests within a range of their own times, newest first. */
export function listUpdates(
  book: RecordBook,
  context: CityContext,
  { platform }: Open311Options,
  query: Query,
): readonly Fields[] | GeoReportError {
  const within = readRange(query, ['start_date', 'end_date'], context.now());
  if (typeof within !== 'function') return within;
  return book
    .changed(platform, undefined)
    .flatMap(({ externalId, answers }) => answers.map((answer) => ({ externalId, answer })))
    .filter(({ answer }) => within(answer.at))
    .sort((a, b) => b.answer.at.getTime() - a.answer.at.getTime())
    .slice(0, MOST_ROWS)
    .map(({ externalId, answer: { reference, final, text, department, at } }) => ({
      update_id: reference,
      service_request_id: externalId,
      status: final ? 'closed' : 'in_progress',
      description: department === '' ? text : `【${department}】${text}`,
      media_url: null,
      updated_datetime: w3c(at),
    }));
}

/** Takes an update in; an id that is known already changes nothing. */
export function takeUpdate(book: RecordBook, { platform }: Open311Options, form: Query): Fields | GeoReportError {
  const missing = ['service_request_id', 'update_id', 'status', 'updated_datetime', 'description'].find((name) => !form[name]);
  if (missing !== undefined) return { code: 400, description: `${missing} is required` };
  const at = readIso(form.updated_datetime!);
  if (!at) return { code: 400, description: 'updated_datetime is no W3C date' };
  if (!STATUSES.includes(form.status!)) return { code: 400, description: 'status is none of the known ones' };
  const reference = form.update_id!;
  const final = form.status !== 'in_progress';
  const kept = book.answer(platform, form.service_request_id!, { reference, final, at, ...readDescription(form.description!) });
  return kept ? { update_id: reference } : { code: 404, description: 'service_request_id was not found' };
}
