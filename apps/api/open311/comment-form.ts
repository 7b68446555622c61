import { fieldOfForm } from '#adapters/open311-inbox/take-report.js';
import { parameter } from './call.js';
import { Open311Refusal } from './refusal.js';
import { checkSizes } from './report-checks.js';
import { instantParameter } from './request-query.js';
import type { CommentStatus } from './status-words.js';
import { COMMENT_STATUSES } from './status-words.js';

/** A comment as a client posts it. */
export interface CommentForm {
  /** The client's own number of the comment. */
  readonly reference: string;
  readonly requestId: string;
  readonly status: CommentStatus;
  readonly text: string;
  /** When the citizen wrote it. */
  readonly at: Date;
}

function required(form: URLSearchParams, name: string): string {
  const value = parameter(form, name);
  if (value === undefined) throw new Open311Refusal(400, `${name} was not provided`);
  return value;
}

/** Reads a posted comment; older clients call its number `update_id_ext`. */
export function readComment(form: URLSearchParams, zone: string): CommentForm {
  checkSizes(form);
  const requestId = required(form, 'service_request_id');
  const reference = parameter(form, 'update_id') ?? parameter(form, 'update_id_ext') ?? required(form, 'update_id');
  const status = required(form, 'status').toLowerCase() as CommentStatus;
  if (!COMMENT_STATUSES.includes(status)) throw new Open311Refusal(400, `status must be one of ${COMMENT_STATUSES.join(', ')}`);
  const at = instantParameter(form, 'updated_datetime', zone);
  if (!at) throw new Open311Refusal(400, 'updated_datetime was not provided');
  return { reference, requestId, status, text: fieldOfForm(form, 'description') ?? '', at };
}
