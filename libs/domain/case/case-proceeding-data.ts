import type { SupervisionLevel } from '../deadline/stage-policy.js';
import type { DepartmentId } from '../ids.js';
import type { Claim, Commitment, DepartmentRequest, Meeting, Suspension, Whistle } from './proceedings.js';

/** What the events of the proceedings around a case say. */
export interface CaseProceedingData {
  /** Handed in; the citizens are told when somebody has checked it. */
  'case.submitted': { readonly department: DepartmentId; readonly result: string };
  'case.checked': { readonly passed: boolean; readonly note: string };
  /** 强制结案: `because` is what the citizens read. */
  'case.forced_closed': { readonly because: string };
  'case.co_signed': { readonly department: DepartmentId };
  'case.requested': DepartmentRequest;
  'case.request_refused': DepartmentRequest & { readonly because: string };
  /** 延期: the due time for the answer is `until`. */
  'case.extended': Pick<DepartmentRequest, 'until' | 'reason'> & { readonly because: string };
  'case.suspended': Pick<Suspension, 'until' | 'because'>;
  'case.resumed': { readonly because: string };
  /** 临期: a clock has used up most of its time. */
  'case.due_soon': { readonly clock: string; readonly dueAt: string };
  'case.supervised': { readonly level: SupervisionLevel; readonly because: string; readonly clock?: string };
  'whistle.blown': Pick<Whistle, 'id' | 'kind' | 'street' | 'because'> & { readonly departments: readonly DepartmentId[] };
  'whistle.answered': { readonly whistle: number; readonly department: DepartmentId };
  'whistle.scored': { readonly whistle: number; readonly department: DepartmentId; readonly score: number };
  'meeting.called': Meeting;
  'meeting.decided': { readonly meeting: number; readonly decision: string };
  'commitment.made': Commitment;
  'commitment.reported': CommitmentNews;
  'commitment.kept': CommitmentNews;
  'case.claimed': Claim & { readonly because: string };
  'case.claim_released': { readonly because: string };
  /** 回头看: so many looks after the closing. */
  'look_back.planned': { readonly looks: number };
  /** 回头看 has come due, and somebody has to go and look. */
  'look_back.due': { readonly look: number };
  'look_back.done': { readonly look: number; readonly passed: boolean; readonly note: string };
}

interface CommitmentNews {
  readonly commitment: number;
  readonly department: DepartmentId;
  readonly note: string;
}
