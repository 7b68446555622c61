import type { CaseStatus } from '#domain/case/case-status.js';
import { STATUSES } from '#domain/case/case-status.js';
import type { PlatformUpdate } from '#domain/ports/platform-adapter.js';

/** The two statuses of GeoReport. */
export type RequestStatus = 'open' | 'closed';

/** GeoReport's word for where a case stands, and the finer one of mySociety's updates. */
const WORDS = {
  received: { status: 'open', finer: 'open' },
  filed: { status: 'open', finer: 'open' },
  held: { status: 'open', finer: 'investigating' },
  dispatched: { status: 'open', finer: 'action_scheduled' },
  handling: { status: 'open', finer: 'in_progress' },
  checking: { status: 'open', finer: 'in_progress' },
  handled: { status: 'closed', finer: 'fixed' },
  answered: { status: 'closed', finer: 'fixed' },
  closed: { status: 'closed', finer: 'closed' },
  refused: { status: 'closed', finer: 'no_further_action' },
  withdrawn: { status: 'closed', finer: 'cancelled' },
  merged: { status: 'closed', finer: 'duplicate' },
} as const satisfies Record<CaseStatus, { status: RequestStatus; finer: string }>;

export const requestStatus = (status: CaseStatus): RequestStatus => WORDS[status].status;

export const caseStatuses = (status: RequestStatus): CaseStatus[] => STATUSES.filter((one) => WORDS[one].status === status);

/** The status an update tells. News on the way never end a matter, however late they were put up. */
export function updateStatus(status: CaseStatus, kind: PlatformUpdate['kind']): string {
  return kind === 'progress' && WORDS[status].status === 'closed' ? 'in_progress' : WORDS[status].finer;
}

/** What a client may say of a request when it adds a comment. */
export const COMMENT_STATUSES = [
  'open',
  'closed',
  'fixed',
  'in_progress',
  'planned',
  'action_scheduled',
  'investigating',
  'duplicate',
  'not_councils_responsibility',
  'no_further_action',
  'internal_referral',
  'cancelled',
  'reopen',
  'for_triage',
  'unchanged',
] as const;
export type CommentStatus = (typeof COMMENT_STATUSES)[number];

/** Those by which a client says that a matter we had answered is not done. */
export const says = {
  notDone: (status: CommentStatus): boolean => status === 'open' || status === 'reopen',
  withdrawn: (status: CommentStatus): boolean => status === 'cancelled',
};
